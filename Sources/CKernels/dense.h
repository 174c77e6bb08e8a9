// The product of rows with a packed matrix, for one kind of CPU: included with VECTOR (a register of 32-bit sums),
// VECTOR_LANES (how many it holds), LOAD, BROADCAST (a pair of inputs to all lanes), ADD_PRODUCTS (both
// products of each pair, added to sums), STORE, TARGET, NAME and STEP (how many rows at a time) set.

#define BLOCK_VECTORS (KB_LANES / VECTOR_LANES)

TARGET static inline __attribute__((always_inline)) void NAME(_rows)(const int16_t *inputs, size_t rows, size_t depth,
                                                                     const int16_t *weights, size_t width,
                                                                     int32_t *outputs) {
  for (size_t block = 0; block < width; block += KB_LANES) {
    const int16_t *w = weights + block * depth;
    VECTOR sums[STEP][BLOCK_VECTORS];
    for (size_t r = 0; r < rows; r++)
      for (size_t v = 0; v < BLOCK_VECTORS; v++) sums[r][v] = (VECTOR){0};
    for (size_t k = 0; k < depth; k += 2, w += 2 * KB_LANES) {
      VECTOR part[BLOCK_VECTORS];
      for (size_t v = 0; v < BLOCK_VECTORS; v++) part[v] = LOAD(w + 2 * VECTOR_LANES * v);
      for (size_t r = 0; r < rows; r++) {
        int32_t pair;
        __builtin_memcpy(&pair, inputs + r * depth + k, 4);
        VECTOR both = BROADCAST(pair);
        for (size_t v = 0; v < BLOCK_VECTORS; v++) sums[r][v] = ADD_PRODUCTS(sums[r][v], both, part[v]);
      }
    }
    for (size_t r = 0; r < rows; r++)
      for (size_t v = 0; v < BLOCK_VECTORS; v++) STORE(outputs + r * width + block + VECTOR_LANES * v, sums[r][v]);
  }
}

TARGET static void NAME()(const int16_t *inputs, size_t rows, size_t depth, const int16_t *weights, size_t width,
                          int32_t *outputs) {
  size_t row = 0;
  for (; row + STEP <= rows; row += STEP)
    NAME(_rows)(inputs + row * depth, STEP, depth, weights, width, outputs + row * width);
  for (; row < rows; row++) NAME(_rows)(inputs + row * depth, 1, depth, weights, width, outputs + row * width);
}

#undef BLOCK_VECTORS
#undef VECTOR
#undef VECTOR_LANES
#undef LOAD
#undef BROADCAST
#undef ADD_PRODUCTS
#undef STORE
#undef TARGET
#undef NAME
#undef STEP

#include "CKernels.h"

// On x86-64 each function is compiled three times and picked at load time for the CPU at hand. All results are the same
// bits everywhere: sums are of integers, and floating-point expressions are not contracted.
#if defined(__x86_64__)
#define FOR_EVERY_CPU __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EVERY_CPU
#endif
#pragma clang fp contract(off)

// Sums of products of one key with up to four rows.
static inline __attribute__((always_inline)) void products(const int16_t *rows, size_t count, size_t depth,
                                                           const int16_t *key, int32_t *sums) {
  for (size_t r = 0; r < count; r++) sums[r] = 0;
  for (size_t k = 0; k < depth; k++)
    for (size_t r = 0; r < count; r++) sums[r] += (int32_t)rows[r * depth + k] * key[k];
}

static inline __attribute__((always_inline)) void arcs(const int16_t *queries, size_t first, size_t rows,
                                                       const struct kb_arc_scorer *scorer, const int16_t *keys,
                                                       size_t count, float *scores) {
  const int16_t *query = queries + first * scorer->depth;
  int32_t sums[4];
  products(query, rows, scorer->depth, scorer->root, sums);
  for (size_t r = 0; r < rows; r++)
    scores[(first + r) * (count + 1)] = (float)sums[r] * scorer->root_scale + scorer->root_bias;
  for (size_t head = 0; head < count; head++) {
    products(query, rows, scorer->depth, keys + head * scorer->depth, sums);
    for (size_t r = 0; r < rows; r++)
      scores[(first + r) * (count + 1) + 1 + head] =
          (float)sums[r] * scorer->scale + scorer->distances[(ptrdiff_t)head - (ptrdiff_t)(first + r)];
  }
}

FOR_EVERY_CPU
void kb_arcs(const int16_t *queries, const struct kb_arc_scorer *scorer, const int16_t *keys, size_t count,
             float *scores) {
  size_t row = 0;
  for (; row + 4 <= count; row += 4) arcs(queries, row, 4, scorer, keys, count, scores);
  for (; row < count; row++) arcs(queries, row, 1, scorer, keys, count, scores);
}

FOR_EVERY_CPU
void kb_add_rows(const int8_t *table, size_t width, const uint32_t *places, size_t count, int32_t *sums) {
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = table + (size_t)places[i] * width;
    for (size_t k = 0; k < width; k++) sums[k] += row[k];
  }
}

typedef float lanes __attribute__((ext_vector_type(KB_LANES), aligned(4)));
typedef int32_t sums __attribute__((ext_vector_type(KB_LANES), aligned(4)));

// The hyperbolic tangent as a ratio of polynomials fitted to it, error below 0.00006. (Vectors are passed by address:
// how they are passed by value depends on the CPU.)
static inline __attribute__((always_inline)) void squash(lanes *number) {
  lanes x = __builtin_elementwise_max(__builtin_elementwise_min(*number, (lanes)4.97f), (lanes)-4.97f);
  lanes s = x * x;
  lanes p = (0.0006748012f * s + 0.102586178f) * s + 1.0f;
  lanes q = (0.0128656112f * s + 0.435661389f) * s + 1.0f;
  *number = x * p / q;
}

static inline __attribute__((always_inline)) void open_gate(lanes *number) {
  *number *= 0.5f;
  squash(number);
  *number = 0.5f * *number + 0.5f;
}

static inline __attribute__((always_inline)) void from_sums(lanes *number, const int32_t *sum, float scale,
                                                            const float *bias) {
  *number = __builtin_convertvector(*(const sums *)sum, lanes) * scale + *(const lanes *)bias;
}

FOR_EVERY_CPU
void kb_recur(const int32_t *gates, size_t steps, size_t stride, size_t units, int step, float scale,
              const float *bias, float *states, float *outputs, size_t output_stride) {
  for (size_t i = 0; i < steps; i++) {
    size_t at = step > 0 ? i : steps - 1 - i;
    const int32_t *u = gates + at * stride;
    float *out = outputs + at * output_stride;
    for (size_t k = 0; k < units; k += KB_LANES) {
      lanes candidate, forget, gate;
      from_sums(&candidate, u + k, scale, bias + k);
      from_sums(&forget, u + k + units, scale, bias + k + units);
      from_sums(&gate, u + k + 2 * units, scale, bias + k + 2 * units);
      open_gate(&forget);
      open_gate(&gate);
      lanes state = candidate + forget * (*(lanes *)(states + k) - candidate);
      *(lanes *)(states + k) = state;
      squash(&state);
      *(lanes *)(out + k) = gate * state;
    }
  }
}

static inline int16_t rounded(float x, float limit) {
  x = x > limit ? limit : x;
  x = x < -limit ? -limit : x;
  return (int16_t)(int32_t)(x + (x < 0 ? -0.5f : 0.5f));
}

FOR_EVERY_CPU
void kb_add_and_quantize(float *restrict numbers, const float *restrict others, size_t count, float scale,
                         float limit, int16_t *restrict outputs) {
  for (size_t k = 0; k < count; k++) {
    numbers[k] += others[k];
    outputs[k] = rounded(numbers[k] * scale, limit);
  }
}

FOR_EVERY_CPU
void kb_quantize(const float *restrict numbers, size_t count, float scale, float limit, int16_t *restrict outputs) {
  for (size_t k = 0; k < count; k++) outputs[k] = rounded(numbers[k] * scale, limit);
}

FOR_EVERY_CPU
void kb_quantize_sums(const int32_t *restrict sums, size_t count, float scale, float limit,
                      int16_t *restrict outputs) {
  for (size_t k = 0; k < count; k++) outputs[k] = rounded((float)sums[k] * scale, limit);
}

FOR_EVERY_CPU
void kb_activate(const struct kb_columns *columns, size_t rows, float slope, float factor, float limit,
                 int16_t *restrict outputs) {
  float scale = columns->scale;
  for (size_t row = 0; row < rows; row++) {
    const int32_t *restrict sums = columns->sums + row * columns->stride;
    const float *restrict bias = columns->bias;
    int16_t *restrict out = outputs + row * columns->count;
    for (size_t k = 0; k < columns->count; k++) {
      float x = (float)sums[k] * scale + bias[k];
      x = x < 0 ? x * slope : x;
      out[k] = rounded(x * factor, limit);
    }
  }
}

FOR_EVERY_CPU
void kb_activate_pairs(const struct kb_columns *columns, size_t rows, const int32_t *partners, float factor,
                       float limit, int16_t *restrict outputs) {
  float scale = columns->scale;
  size_t count = columns->count;
  const float *restrict bias = columns->bias;
  for (size_t row = 0; row < rows; row++) {
    const int32_t *restrict own = columns->sums + row * columns->stride;
    const int32_t *restrict other = columns->sums + (size_t)partners[row] * columns->stride + count;
    int16_t *restrict out = outputs + row * count;
    for (size_t k = 0; k < count; k++) {
      float x = ((float)own[k] * scale + bias[k]) + ((float)other[k] * scale + bias[count + k]);
      x = x < 0 ? 0 : x;
      out[k] = rounded(x * factor, limit);
    }
  }
}

#include "CKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vnni")))
#define NAME(part) dense_512_vnni##part
#define VECTOR __m512i
#define VECTOR_LANES 16
#define STEP 6
#define LOAD(place) _mm512_loadu_si512((const void *)(place))
#define BROADCAST _mm512_set1_epi32
#define ADD_PRODUCTS _mm512_dpwssd_epi32
#define STORE(place, value) _mm512_storeu_si512((void *)(place), value)
#include "dense.h"

#define TARGET __attribute__((target("avx512f,avx512bw")))
#define NAME(part) dense_512##part
#define VECTOR __m512i
#define VECTOR_LANES 16
#define STEP 6
#define LOAD(place) _mm512_loadu_si512((const void *)(place))
#define BROADCAST _mm512_set1_epi32
#define ADD_PRODUCTS(sums, a, b) _mm512_add_epi32(sums, _mm512_madd_epi16(a, b))
#define STORE(place, value) _mm512_storeu_si512((void *)(place), value)
#include "dense.h"

#define TARGET __attribute__((target("avx2")))
#define NAME(part) dense_256##part
#define VECTOR __m256i
#define VECTOR_LANES 8
#define STEP 5
#define LOAD(place) _mm256_loadu_si256((const __m256i *)(place))
#define BROADCAST _mm256_set1_epi32
#define ADD_PRODUCTS(sums, a, b) _mm256_add_epi32(sums, _mm256_madd_epi16(a, b))
#define STORE(place, value) _mm256_storeu_si256((__m256i *)(place), value)
#include "dense.h"

#define TARGET
#define NAME(part) dense_128##part
#define VECTOR __m128i
#define VECTOR_LANES 4
#define STEP 2
#define LOAD(place) _mm_loadu_si128((const __m128i *)(place))
#define BROADCAST _mm_set1_epi32
#define ADD_PRODUCTS(sums, a, b) _mm_add_epi32(sums, _mm_madd_epi16(a, b))
#define STORE(place, value) _mm_storeu_si128((__m128i *)(place), value)
#include "dense.h"

void kb_dense(const int16_t *inputs, size_t rows, size_t depth, const int16_t *weights, size_t width,
              int32_t *outputs) {
  if (__builtin_cpu_supports("avx512vnni")) {
    dense_512_vnni(inputs, rows, depth, weights, width, outputs);
  } else if (__builtin_cpu_supports("avx512bw")) {
    dense_512(inputs, rows, depth, weights, width, outputs);
  } else if (__builtin_cpu_supports("avx2")) {
    dense_256(inputs, rows, depth, weights, width, outputs);
  } else {
    dense_128(inputs, rows, depth, weights, width, outputs);
  }
}

#else

// For other CPUs: loops that the compiler turns into their vectors.
void kb_dense(const int16_t *inputs, size_t rows, size_t depth, const int16_t *weights, size_t width,
              int32_t *outputs) {
  for (size_t row = 0; row < rows; row++) {
    const int16_t *in = inputs + row * depth;
    for (size_t block = 0; block < width; block += KB_LANES) {
      const int16_t *w = weights + block * depth;
      int32_t sums[KB_LANES] = {0};
      for (size_t k = 0; k < depth; k += 2, w += 2 * KB_LANES)
        for (size_t lane = 0; lane < KB_LANES; lane++)
          sums[lane] += (int32_t)in[k] * w[2 * lane] + (int32_t)in[k + 1] * w[2 * lane + 1];
      for (size_t lane = 0; lane < KB_LANES; lane++) outputs[row * width + block + lane] = sums[lane];
    }
  }
}

#endif

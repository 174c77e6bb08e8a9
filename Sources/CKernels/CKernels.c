#include "CKernels.h"
#include "tanh.h"

// Each function is compiled three times and picked at load time for the CPU at hand. All results are the same bits
// everywhere: sums are of integers, and floating-point expressions are not contracted.
#define FOR_EVERY_CPU __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#pragma clang fp contract(off)

FOR_EVERY_CPU
void kb_products(const int16_t *inputs, size_t rows, size_t depth, const int16_t *keys, size_t width,
                 int32_t *outputs) {
  size_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    const int16_t *a = inputs + row * depth, *b = a + depth, *c = b + depth, *d = c + depth;
    int32_t *out = outputs + row * width;
    for (size_t o = 0; o < width; o++) {
      const int16_t *w = keys + o * depth;
      int32_t sa = 0, sb = 0, sc = 0, sd = 0;
      for (size_t k = 0; k < depth; k++) {
        sa += (int32_t)a[k] * w[k];
        sb += (int32_t)b[k] * w[k];
        sc += (int32_t)c[k] * w[k];
        sd += (int32_t)d[k] * w[k];
      }
      out[o] = sa;
      out[o + width] = sb;
      out[o + 2 * width] = sc;
      out[o + 3 * width] = sd;
    }
  }
  for (; row < rows; row++) {
    const int16_t *a = inputs + row * depth;
    for (size_t o = 0; o < width; o++) {
      const int16_t *w = keys + o * depth;
      int32_t sum = 0;
      for (size_t k = 0; k < depth; k++) sum += (int32_t)a[k] * w[k];
      outputs[row * width + o] = sum;
    }
  }
}

FOR_EVERY_CPU
void kb_add_rows(const int8_t *table, size_t width, const uint32_t *places, size_t count, int32_t *sums) {
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = table + (size_t)places[i] * width;
    for (size_t k = 0; k < width; k++) sums[k] += row[k];
  }
}

FOR_EVERY_CPU
void kb_recur(const int32_t *gates, size_t steps, size_t stride, size_t units, int step, float scale,
              const float *bias, float *states, float *outputs, size_t output_stride) {
  for (size_t i = 0; i < steps; i++) {
    size_t at = step > 0 ? i : steps - 1 - i;
    const int32_t *u = gates + at * stride;
    float *out = outputs + at * output_stride;
    for (size_t k = 0; k < units; k++) {
      float candidate = (float)u[k] * scale + bias[k];
      float forget = kb_logistic_of((float)u[k + units] * scale + bias[k + units]);
      float gate = kb_logistic_of((float)u[k + 2 * units] * scale + bias[k + 2 * units]);
      float state = forget * states[k] + (1.0f - forget) * candidate;
      states[k] = state;
      out[k] = gate * kb_tanh_of(state);
    }
  }
}

FOR_EVERY_CPU
void kb_quantize(const float *numbers, size_t count, float scale, float limit, int16_t *outputs) {
  for (size_t k = 0; k < count; k++) {
    float x = numbers[k] * scale;
    x = x > limit ? limit : x;
    x = x < -limit ? -limit : x;
    outputs[k] = (int16_t)(int32_t)(x + (x < 0 ? -0.5f : 0.5f));
  }
}

FOR_EVERY_CPU
void kb_quantize_sums(const int32_t *sums, size_t count, float scale, float limit, int16_t *outputs) {
  for (size_t k = 0; k < count; k++) {
    float x = (float)sums[k] * scale;
    x = x > limit ? limit : x;
    x = x < -limit ? -limit : x;
    outputs[k] = (int16_t)(int32_t)(x + (x < 0 ? -0.5f : 0.5f));
  }
}

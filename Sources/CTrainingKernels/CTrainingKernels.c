#include "CTrainingKernels.h"
#include "tanh.h"

// Compiled for CPUs with fused multiply-add (x86-64-v3 and later); elsewhere the fused steps are calls and slow.
#if defined(__x86_64__)
#define FOR_EVERY_CPU __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EVERY_CPU
#endif
#pragma clang fp contract(off)

typedef float lanes __attribute__((ext_vector_type(16), aligned(4)));

// The columns of `right` are copied together a panel at a time, so that the inner loop reads memory in order.
#define PANEL 512

FOR_EVERY_CPU
void kb_multiply(float *result, const float *left, size_t row_stride, size_t column_stride, const float *right,
                 size_t rows, size_t depth, size_t width) {
  lanes panel[PANEL];
  for (size_t first = 0; first < depth; first += PANEL) {
    size_t count = depth - first < PANEL ? depth - first : PANEL;
    for (size_t j = 0; j < width; j += 16) {
      for (size_t p = 0; p < count; p++) panel[p] = *(const lanes *)(right + (first + p) * width + j);
      size_t i = 0;
      for (; i + 6 <= rows; i += 6) {
        lanes sums[6];
        for (int r = 0; r < 6; r++) sums[r] = *(lanes *)(result + (i + r) * width + j);
        const float *l = left + i * row_stride + first * column_stride;
        for (size_t p = 0; p < count; p++)
          for (int r = 0; r < 6; r++)
            sums[r] = __builtin_elementwise_fma((lanes)(l[r * row_stride + p * column_stride]), panel[p], sums[r]);
        for (int r = 0; r < 6; r++) *(lanes *)(result + (i + r) * width + j) = sums[r];
      }
      for (; i < rows; i++) {
        lanes sum = *(lanes *)(result + i * width + j);
        const float *l = left + i * row_stride + first * column_stride;
        for (size_t p = 0; p < count; p++)
          sum = __builtin_elementwise_fma((lanes)(l[p * column_stride]), panel[p], sum);
        *(lanes *)(result + i * width + j) = sum;
      }
    }
  }
}

FOR_EVERY_CPU
void kb_logistic_all(float *numbers, size_t count) {
  for (size_t k = 0; k < count; k++) numbers[k] = kb_logistic_of(numbers[k]);
}

FOR_EVERY_CPU
void kb_tanh_all(float *numbers, size_t count) {
  for (size_t k = 0; k < count; k++) numbers[k] = kb_tanh_of(numbers[k]);
}

FOR_EVERY_CPU
void kb_adam(float *weights, float *gradients, float *means, float *squares, size_t count, float rate,
             float decay_mean, float decay_square, float clip) {
  for (size_t k = 0; k < count; k++) {
    float g = gradients[k] * clip;
    float m = decay_mean * means[k] + (1.0f - decay_mean) * g;
    float s = decay_square * squares[k] + (1.0f - decay_square) * g * g;
    means[k] = m;
    squares[k] = s;
    weights[k] -= rate * m / (__builtin_sqrtf(s) + 1e-6f);
    gradients[k] = 0;
  }
}

FOR_EVERY_CPU
void kb_skip_gram(float *input, float *outputs, const uint32_t *targets, size_t count, float rate) {
  lanes change[KB_VECTOR / 16] = {0};
  for (size_t t = 0; t < count; t++) {
    float *output = outputs + (size_t)targets[t] * KB_VECTOR;
    lanes sums = {0};
    for (size_t k = 0; k < KB_VECTOR; k += 16) sums += *(lanes *)(input + k) * *(lanes *)(output + k);
    float parts[16];
    *(lanes *)parts = sums;
    for (size_t half = 8; half > 0; half /= 2)
      for (size_t k = 0; k < half; k++) parts[k] += parts[k + half];
    lanes step = (lanes)(rate * ((t == 0 ? 1.0f : 0.0f) - kb_logistic_of(parts[0])));
    for (size_t k = 0; k < KB_VECTOR; k += 16) {
      change[k / 16] += step * *(lanes *)(output + k);
      *(lanes *)(output + k) += step * *(lanes *)(input + k);
    }
  }
  for (size_t k = 0; k < KB_VECTOR; k += 16) *(lanes *)(input + k) += change[k / 16];
}

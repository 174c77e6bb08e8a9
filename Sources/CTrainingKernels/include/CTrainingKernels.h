#pragma once
#include <stddef.h>
#include <stdint.h>

/// The numbers of a word vector, a multiple of 16.
#define KB_VECTOR 64

/// result[i * width + j] += sum over p of left[i * row_stride + p * column_stride] * right[p * width + j] for `rows`
/// rows and `depth` values of p; `width` is a multiple of 16. The sums run in the order of p with fused steps, so the
/// bits do not depend on the CPU.
void kb_multiply(float *_Nonnull result, const float *_Nonnull left, size_t row_stride, size_t column_stride,
                 const float *_Nonnull right, size_t rows, size_t depth, size_t width);

/// The logistic function of each of `count` numbers in place.
void kb_logistic_all(float *_Nonnull numbers, size_t count);
/// The hyperbolic tangent of each of `count` numbers in place.
void kb_tanh_all(float *_Nonnull numbers, size_t count);

/// One step of Adam (Kingma and Ba 2015) on `count` weights; `rate` holds the corrections for the step number.
void kb_adam(float *_Nonnull weights, float *_Nonnull gradients, float *_Nonnull means, float *_Nonnull squares,
             size_t count, float rate, float decay_mean, float decay_square, float clip);

/// One step of skip-grams with negative samples for the vector of one word: the first of `count` rows of `outputs` (of
/// KB_VECTOR numbers each) stands for its company, the others for noise.
void kb_skip_gram(float *_Nonnull input, float *_Nonnull outputs, const uint32_t *_Nonnull targets, size_t count,
                  float rate);

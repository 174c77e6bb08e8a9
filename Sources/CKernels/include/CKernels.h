#pragma once
#include <stddef.h>
#include <stdint.h>

/// The number of lanes that every row length is a multiple of.
#define KB_LANES 16

/// outputs[r * width + o] = sum over k of inputs[r * depth + k] * weight(k, o), exact in 32 bits where the caller
/// bounds the values (see `QuantizedMatrix`). `depth` is even, `width` a multiple of KB_LANES. The weights are packed
/// in blocks of KB_LANES outputs; in a block, for each pair of k, the two weights of every output.
void kb_dense(const int16_t *_Nonnull inputs, size_t rows, size_t depth, const int16_t *_Nonnull weights,
              size_t width, int32_t *_Nonnull outputs);

/// outputs[r * width + o] = sum over k of inputs[r * depth + k] * keys[o * depth + k].
void kb_products(const int16_t *_Nonnull inputs, size_t rows, size_t depth, const int16_t *_Nonnull keys,
                 size_t width, int32_t *_Nonnull outputs);

/// Adds the embedding rows at `places` (row numbers) to `sums`, `width` values each, a multiple of KB_LANES.
void kb_add_rows(const int8_t *_Nonnull table, size_t width, const uint32_t *_Nonnull places, size_t count,
                 int32_t *_Nonnull sums);

/// One direction of a gated recurrence over `steps` rows: `gates` holds three runs of `units` sums for each row at
/// distance `stride` (candidate, forget gate, output gate), `step` is 1 or -1, `scale` turns sums to numbers, `bias`
/// holds three runs, `states` one run, zero at a sequence's start and changed in place. Writes `units` numbers at
/// `outputs[row * output_stride]`. The first row is 0 going forward and `steps` - 1 going backward.
void kb_recur(const int32_t *_Nonnull gates, size_t steps, size_t stride, size_t units, int step, float scale,
              const float *_Nonnull bias, float *_Nonnull states, float *_Nonnull outputs, size_t output_stride);

/// Turns `count` numbers into 16-bit integers: rounded to the nearest after times `scale`, held within `limit`.
void kb_quantize(const float *_Nonnull numbers, size_t count, float scale, float limit, int16_t *_Nonnull outputs);

/// The same for sums.
void kb_quantize_sums(const int32_t *_Nonnull sums, size_t count, float scale, float limit,
                      int16_t *_Nonnull outputs);

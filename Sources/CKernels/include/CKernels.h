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

/// What scores the arcs of a sentence: the number of products of an arc, what turns their sum to a score, the root as
/// a head, and the scores of distances, of which `distances` is the middle (a head to the right is at its distance).
struct kb_arc_scorer {
  size_t depth;
  float scale;
  const int16_t *_Nonnull root;
  float root_scale, root_bias;
  const float *_Nonnull distances;
};

/// The scores of all arcs of a sentence of `count` tokens: for each token the root's, then that of every token as head.
void kb_arcs(const int16_t *_Nonnull queries, const struct kb_arc_scorer *_Nonnull scorer,
             const int16_t *_Nonnull keys, size_t count, float *_Nonnull scores);

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

/// Adds `others` to `numbers`, in place, and rounds them to inputs as `kb_quantize` does.
void kb_add_and_quantize(float *_Nonnull numbers, const float *_Nonnull others, size_t count, float scale, float limit,
                         int16_t *_Nonnull outputs);

/// Columns of a product: `count` sums a row, rows at distance `stride`; `scale` and `bias` turn them to numbers.
struct kb_columns {
  const int32_t *_Nonnull sums;
  size_t stride, count;
  float scale;
  const float *_Nonnull bias;
};

/// Turns columns to inputs: numbers below zero times `slope`, all times `factor`, rounded, held within `limit`.
void kb_activate(const struct kb_columns *_Nonnull columns, size_t rows, float slope, float factor, float limit,
                 int16_t *_Nonnull outputs);

/// The same for the sum of a row's own columns and its partner's next `count` columns, those below zero being 0.
void kb_activate_pairs(const struct kb_columns *_Nonnull columns, size_t rows, const int32_t *_Nonnull partners,
                       float factor, float limit, int16_t *_Nonnull outputs);

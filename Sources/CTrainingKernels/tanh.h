#pragma once

/// The hyperbolic tangent as a ratio of polynomials (the coefficients of Eigen's `ptanh`, MPL 2.0), the same bits on
/// every CPU because nothing is contracted: error below 3 units in the last place.
static inline float kb_tanh_of(float x) {
#pragma clang fp contract(off)
  x = x > 7.9f ? 7.9f : x;
  x = x < -7.9f ? -7.9f : x;
  float s = x * x;
  float p = -2.76076847742355e-16f * s + 2.00018790482477e-13f;
  p = p * s + -8.60467152213735e-11f;
  p = p * s + 5.12229709037114e-08f;
  p = p * s + 1.48572235717979e-05f;
  p = p * s + 6.37261928875436e-04f;
  p = p * s + 4.89352455891786e-03f;
  float q = 1.19825839466702e-06f * s + 1.18534705686654e-04f;
  q = q * s + 2.26843463243900e-03f;
  q = q * s + 4.89352518554385e-03f;
  return x * p / q;
}

/// The logistic function by the same ratio.
static inline float kb_logistic_of(float x) {
#pragma clang fp contract(off)
  return 0.5f * kb_tanh_of(0.5f * x) + 0.5f;
}

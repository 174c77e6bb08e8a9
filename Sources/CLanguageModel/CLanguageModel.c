#include "CLanguageModel.h"

_Alignas(64) static const unsigned char model[] = {
#embed "english.kbmodel"
};

struct kb_model kb_language_model(void) { return (struct kb_model){model, sizeof(model)}; }

// HarfBuzz: shaping (hb.h, hb-ot.h) and subsetting (hb-subset.h).
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>

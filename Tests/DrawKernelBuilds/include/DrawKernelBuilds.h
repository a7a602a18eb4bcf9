// The kernels of CDrawKernels in three more builds, whatever the program itself is built with:
// `unoptimised_`, as they stand in the source; `baseline_`, optimised for the oldest processors;
// `cloned_`, as a release has them, for the processor at hand.
#pragma once
#include "CDrawKernels.h"

#define BUILDS_OF(kernel)                                     \
  extern __typeof__(awardsim_##kernel) unoptimised_##kernel;  \
  extern __typeof__(awardsim_##kernel) baseline_##kernel;     \
  extern __typeof__(awardsim_##kernel) cloned_##kernel;

BUILDS_OF(philox_rows)
BUILDS_OF(philox_blocks)
BUILDS_OF(sobol_rows)
BUILDS_OF(sobol_places)
BUILDS_OF(pick_candidates)
BUILDS_OF(listed_numbers)
BUILDS_OF(tabulated_numbers)
BUILDS_OF(mark)
BUILDS_OF(lots)
BUILDS_OF(price_bids)
BUILDS_OF(sort_rows)
BUILDS_OF(sum_ranked)
BUILDS_OF(offer_weights)
BUILDS_OF(award_lots)
BUILDS_OF(note_awards)
BUILDS_OF(note_orders)
BUILDS_OF(add_amounts)
BUILDS_OF(join_sets)
BUILDS_OF(look_up)
BUILDS_OF(place_orders)

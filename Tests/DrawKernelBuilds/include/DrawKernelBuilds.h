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
BUILDS_OF(listed_parts)
BUILDS_OF(tabulated_parts)
BUILDS_OF(pointed_parts)
BUILDS_OF(clamp)
BUILDS_OF(mark)
BUILDS_OF(lots)
BUILDS_OF(set_prices)
BUILDS_OF(price_bids)
BUILDS_OF(pack_bids)
BUILDS_OF(sort_rows)
BUILDS_OF(sort_prices)
BUILDS_OF(unpack_bids)
BUILDS_OF(offer_weights)
BUILDS_OF(count_winners)
BUILDS_OF(sum_winners)
BUILDS_OF(sum_lowest)
BUILDS_OF(note_awards)
BUILDS_OF(note_orders)
BUILDS_OF(add_amounts)
BUILDS_OF(join_sets)
BUILDS_OF(look_up)
BUILDS_OF(divide_places)
BUILDS_OF(end_orders)
BUILDS_OF(place_orders)

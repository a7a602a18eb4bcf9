// The sources of all kernels, each name with the prefix BUILD in place of its own.
#define JOIN(prefix, name) prefix##name
#define NAMED(prefix, name) JOIN(prefix, name)

#define awardsim_philox_rows NAMED(BUILD, philox_rows)
#define awardsim_philox_blocks NAMED(BUILD, philox_blocks)
#define awardsim_sobol_rows NAMED(BUILD, sobol_rows)
#define awardsim_sobol_places NAMED(BUILD, sobol_places)
#define awardsim_pick_candidates NAMED(BUILD, pick_candidates)
#define awardsim_listed_numbers NAMED(BUILD, listed_numbers)
#define awardsim_tabulated_numbers NAMED(BUILD, tabulated_numbers)
#define awardsim_listed_parts NAMED(BUILD, listed_parts)
#define awardsim_tabulated_parts NAMED(BUILD, tabulated_parts)
#define awardsim_pointed_parts NAMED(BUILD, pointed_parts)
#define awardsim_clamp NAMED(BUILD, clamp)
#define awardsim_mark NAMED(BUILD, mark)
#define awardsim_lots NAMED(BUILD, lots)
#define awardsim_set_prices NAMED(BUILD, set_prices)
#define awardsim_price_bids NAMED(BUILD, price_bids)
#define awardsim_pack_bids NAMED(BUILD, pack_bids)
#define awardsim_sort_rows NAMED(BUILD, sort_rows)
#define awardsim_sort_prices NAMED(BUILD, sort_prices)
#define awardsim_unpack_bids NAMED(BUILD, unpack_bids)
#define awardsim_offer_weights NAMED(BUILD, offer_weights)
#define awardsim_count_winners NAMED(BUILD, count_winners)
#define awardsim_sum_winners NAMED(BUILD, sum_winners)
#define awardsim_sum_lowest NAMED(BUILD, sum_lowest)
#define awardsim_note_awards NAMED(BUILD, note_awards)
#define awardsim_note_orders NAMED(BUILD, note_orders)
#define awardsim_add_amounts NAMED(BUILD, add_amounts)
#define awardsim_join_sets NAMED(BUILD, join_sets)
#define awardsim_look_up NAMED(BUILD, look_up)
#define awardsim_divide_places NAMED(BUILD, divide_places)
#define awardsim_end_orders NAMED(BUILD, end_orders)
#define awardsim_place_orders NAMED(BUILD, place_orders)

#include "../../Sources/CDrawKernels/Philox.c"
#include "../../Sources/CDrawKernels/Sobol.c"
#include "../../Sources/CDrawKernels/Bids.c"
#include "../../Sources/CDrawKernels/Awards.c"
#include "../../Sources/CDrawKernels/Sums.c"
#include "../../Sources/CDrawKernels/Orders.c"

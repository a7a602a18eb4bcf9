// The loops of the simulation over many draws at once: random words, bids, awards, orders.
//
// A lane is a draw. Most arrays are rows of lanes: the number of lane l in row r stands at
// r · lanes + l. All of it is whole numbers but for guesses at quotients, which whole numbers put
// right, so every processor comes to the same. What a kernel answers is what the plain Swift beside
// its caller answers; tests hold the two together.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Random words of Philox4x32-10 under the counter (slot, unit, draw, stream).

// The four words of every fourth of `slots` slots from the first one on in each lane: four rows a slot.
void awardsim_philox_rows(
    uint64_t seed, uint32_t stream, uint32_t unit, const uint32_t *draws, size_t lanes,
    uint32_t first_slot, size_t slots, uint32_t *rows);

// The four words of each of many places, one place after the other: draw i and slot i plus `slot`.
void awardsim_philox_blocks(
    uint64_t seed, uint32_t stream, uint32_t unit, const uint32_t *draws, const uint32_t *slots,
    size_t count, uint32_t slot, uint32_t *words);

// Words of consecutive dimensions of scrambled Sobol points, a row each, for many points: unit i,
// place i in the sequence. `sums` has 128 numbers a dimension from 0 on: what the sixteen values of
// each four digits add.
void awardsim_sobol_rows(
    uint64_t seed, uint32_t stream, const uint32_t *units, const uint32_t *places, size_t count,
    uint32_t first_dimension, size_t dimensions, const uint32_t *sums, uint32_t *rows);

// The places themselves, scrambled: indices in an order of each unit's own.
void awardsim_sobol_places(
    uint64_t seed, uint32_t stream, const uint32_t *units, const uint32_t *indices, size_t count,
    uint32_t *places);

// Bids.

// Draws counts[l] different ones of so many candidates in each lane, one a row, from a row of words
// each; rows beyond have candidate 0.
//
// Of the words of a class, those below its threshold stand for its own candidate, the others for its
// alias; `total` is the sum of the weights. `taken` has a number for each candidate, all 0 before the
// first call, and `stamp` is above 0 and another one in every lane ever.
void awardsim_pick_candidates(
    const uint32_t *words, const int32_t *counts, size_t lanes, size_t places,
    const uint32_t *thresholds, const uint32_t *aliases, const int64_t *weights, uint32_t candidates,
    int64_t total, uint32_t *taken, uint32_t stamp, int32_t *picked);

// The numbers that words stand for in a list, each equally likely.
void awardsim_listed_numbers(
    const int64_t *list, size_t length, const uint32_t *words, size_t count, int64_t *numbers);

// The numbers that words stand for in a table of quantiles with 64 classes to a halving.
void awardsim_tabulated_numbers(
    const int64_t *lower, const int64_t *upper, const uint32_t *words, size_t count,
    int64_t *numbers);

// Numbers as parts: those of 2³¹ or more count as 2³¹ − 1. They are bids as parts of the reserve price
// in 10⁻⁹, or quantities.

// The parts that words stand for in a list of parts, each equally likely.
void awardsim_listed_parts(
    const int64_t *list, size_t length, const uint32_t *words, size_t count, int32_t *parts);

// The parts that words stand for in a table of quantiles with 64 classes to a halving.
//
// `classes` has 2,048 classes for the words below 2³¹ and as many for the others, by their distance to
// the end of the range: class 64 · w + d has the distances of w binary digits whose second to seventh
// digits are d, behind zeros where there are fewer; class 0 is the end itself. In its lower half a class
// has the number of its first distance, in its upper half what the number of the next class is above it.
void awardsim_tabulated_parts(
    const uint64_t *classes, const uint32_t *words, size_t count, int32_t *parts);

// The most points that `awardsim_pointed_parts` takes.
enum { AWARDSIM_POINTS = 32 };

// The parts that words stand for between points, rounded down: positions from 0 to 2³², numbers below
// 2³¹, neither falling, at least two.
void awardsim_pointed_parts(
    const int64_t *positions, const int64_t *numbers, size_t points, const uint32_t *words,
    size_t count, int32_t *parts);

// The parts that numbers are.
void awardsim_clamp(const int64_t *numbers, size_t count, int32_t *parts);

// Puts a mark in the place of parts whose word is at least `from` and below `end`.
void awardsim_mark(
    const uint32_t *words, uint64_t from, uint64_t end, size_t count, int32_t mark, int32_t *parts);

// The lot number of each bid, below 2²⁴: a hash of its own word.
void awardsim_lots(const uint32_t *words, size_t count, uint32_t *lots);

// Awards.

// Lays out the prices of lanes for `awardsim_price_bids`: four rows of lanes, the first one the reserve
// prices in NT$, 0 where there is none.
//
// Prices are in minor units, of which `unit` make NT$1. The answer is the highest reserve price, or
// negative where prices are not whole NT$ below 2³⁰, or a reserve price not below twice its anchor.
int64_t awardsim_set_prices(
    const int64_t *reserves, const int64_t *anchors, size_t lanes, int64_t unit, uint32_t *rows);

// Prices bids in whole NT$, half-up and at least 1: 2³¹ − 1 for what is no bid within the reserve price.
//
// `parts` are `places` rows, not positive where there is no valid bid, `limits` the rows that each lane
// has. `counts` becomes the number of valid bids of each lane.
void awardsim_price_bids(
    const int32_t *parts, const int32_t *limits, const uint32_t *rows, size_t lanes,
    size_t places, int32_t *counts, int32_t *prices);

// Packs prices with the lot and the vendor, below 2⁸, of each bid: price · 2³² + lot · 2⁸ + vendor.
void awardsim_pack_bids(
    const int32_t *prices, const uint32_t *lots, const int32_t *bidders, size_t count,
    int64_t *keys);

// Sorts the rows of each lane from the lowest up.
void awardsim_sort_rows(int64_t *rows, size_t lanes, size_t places);
void awardsim_sort_prices(int32_t *rows, size_t lanes, size_t places);

// What sorted keys hold: prices, and in row k the set of vendors of the lowest k valid bids. A vendor v
// is the bit v mod 64.
void awardsim_unpack_bids(
    const int64_t *keys, size_t lanes, size_t places, int32_t *prices, uint64_t *vendor_sets);

// In row r the weights of the offers from the lowest up to r, added up: each is the weight at step
// (price − lowest) · steps / reserve. Beyond the valid bids of a lane they mean nothing.
void awardsim_offer_weights(
    const int32_t *prices, const uint32_t *reserves, size_t lanes, size_t places,
    const uint32_t *weights, uint32_t steps, uint32_t *sums);

// How many of the lowest bids of each lane win.
//
// Of `counted[l]` bids `share_counts[counted[l]]` win, at least `minimum`, no more than are valid. Bids
// that are equal across this cutoff are in the order of their lots (tie 0), all win (1), or none does
// (2).
void awardsim_count_winners(
    const int32_t *valid, const int32_t *counted, const int32_t *share_counts, int32_t minimum,
    int tie, const int32_t *prices, size_t lanes, int32_t *winners);

// What the lowest bids of each lane come to, as many as won; at the lowest price where
// `matches_lowest` is not 0.
void awardsim_sum_winners(
    const int32_t *prices, const int32_t *winners, size_t lanes, size_t places,
    int matches_lowest, int64_t *awarded);

// The most bids that `awardsim_sum_lowest` leaves out.
enum { AWARDSIM_DROPPED = 4 };

// The same of prices that are not sorted: what all valid bids of a lane come to but for the highest
// ones, no more than `most_dropped`.
void awardsim_sum_lowest(
    const int32_t *prices, const int32_t *valid, const int32_t *winners, size_t lanes,
    size_t places, int32_t most_dropped, int64_t *awarded);

// Adding up. Sums are rows of lanes: awarded bids, failed items, amounts awarded, reserve prices of
// the awards, amounts ordered, fees; amounts are taken times `unit`. The answers are negative where a
// sum does not fit.
int64_t awardsim_note_awards(
    const int32_t *winners, const int64_t *awarded, const uint32_t *reserves, size_t lanes,
    int64_t unit, int64_t *sums);
int64_t awardsim_note_orders(
    const int64_t *values, const int64_t *fees, size_t lanes, int64_t unit, int64_t *sums);

// Adds numbers that are not negative; the answer is negative where a sum does not fit.
int64_t awardsim_add_amounts(const int64_t *more, size_t count, int64_t *sums);

// Joins the set of the lowest bids of each lane, as many as won.
void awardsim_join_sets(
    const uint64_t *sets, const int32_t *winners, size_t lanes, uint64_t *joined);

// The numbers of a table at some places.
void awardsim_look_up(
    const int32_t *table, const int32_t *places, size_t count, int32_t *numbers);

// Orders.

// Divides the places of each lane into groups of four, or fewer, one lane after the other: where those
// of a lane start among places, and of each group the draw and the slot of its first words, `kinds` apart.
void awardsim_divide_places(
    const int32_t *counts, const uint32_t *draws, size_t lanes, uint32_t kinds, int32_t *starts,
    uint32_t *group_draws, uint32_t *group_slots);

// Puts 0 beyond the orders of each lane, up to where those of the next one start.
//
// The answer is the largest quantity.
int32_t awardsim_end_orders(
    const int32_t *counts, const int32_t *starts, size_t lanes, int32_t *quantities);

// The most tiers that `awardsim_place_orders` takes.
enum { AWARDSIM_TIERS = 32 };

// Places orders with the awarded bids of each lane, and charges them.
//
// Lane l has the places from starts[l] to below starts[l + 1], multiples of 4; a quantity of 0 is no
// order. The arrays of orders have eight more places. The lowest winners[l] bids are awarded; `prices`
// and `weight_sums` are rows of lanes, and prices lie `price_step` apart: 0 where all pay the first.
//
// The fee of an amount is (constant + factor · amount) / divisor of the last tier whose bound it
// reaches, and no more than the cap; the first number stays below 2⁵⁰, the divisor from 2 to 2³¹, factors and
// sums of weights below 2³¹. No amount is above `largest_amount`.
//
// Every lane's amounts and fees are added up; `ranks`, `amounts` and `fees` are those of each order,
// where `keeps_orders` is not 0.
void awardsim_place_orders(
    const int32_t *quantities, const uint32_t *words, const int32_t *starts,
    const int32_t *winners, const int32_t *prices, size_t price_step,
    const uint32_t *weight_sums, size_t lanes, const int64_t *bounds, const int64_t *factors,
    const int64_t *constants, size_t tiers, uint32_t divisor, int64_t cap, int64_t largest_amount,
    int64_t *amount_sums, int64_t *fee_sums, int keeps_orders, int32_t *ranks, int64_t *amounts,
    int64_t *fees);

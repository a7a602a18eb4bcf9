// The loops over the bytes and the bids of large tables.
//
// What a kernel finds is what the plain Swift beside its caller finds; tests hold the two together.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Finds the bytes of a text that may end a field or call for care: commas, line feeds, quotation marks,
// control characters and whatever is beyond ASCII.
//
// Reads up to 63 bytes behind `end`. Stops where fewer than 64 places are left, or at `end`; `reached` is
// the first byte that was not looked at. Returns how many places there are.
size_t awardsim_mark_fields(
    const uint8_t *text, size_t start, size_t end, uint32_t *marks, size_t room, size_t *reached);

// Lots of a few bids, a lane each, in input order.
enum { AWARDSIM_MOST_BIDS = 48 };

// Where the bids of a lot lie below its reserve, and their ranks; lanes of a whole number of eights.
typedef struct {
  // How far a price lies below the reserve; -1 where it lies above, -2 for a price of 0 or less.
  int32_t margins[AWARDSIM_MOST_BIDS];
  // 1 plus the number of lower prices that are not above the reserve.
  int32_t ranks[AWARDSIM_MOST_BIDS];
} awardsim_lot;

// Ranks the bids of a lot. Returns how many are valid, -1 where a margin is too wide for a lane or there
// are too many bids.
int64_t awardsim_rank_lot(
    const int64_t *prices, size_t count, int64_t reserve, awardsim_lot *lot);

// The valid bids of a rank up to a cutoff: how many, and the highest rank, 0 for none.
int64_t awardsim_covered_bids(
    const awardsim_lot *lot, size_t count, int32_t cutoff, int32_t *last_rank);

// What the verdicts on a lot's bids are made of.
typedef struct {
  // Ranks above are beyond the cutoff; one rank, 0 for none, is tied across it.
  int32_t cutoff, tied_rank;
  // Margins above have flags of 1 and 2.
  int32_t total_margin, item_margin;
  // Outcomes with a rank, to which the flags are added, and without one.
  uint32_t within, tied, beyond, above, disqualified;
  // The place of a rank in a verdict.
  uint32_t rank_shift;
} awardsim_cut;

// Writes a verdict for each bid.
void awardsim_judge_lot(
    const awardsim_lot *lot, size_t count, const awardsim_cut *cut, uint32_t *verdicts);

// Whether two of some numbers, at most as many as a lot has bids, are equal.
int awardsim_has_equal(const uint32_t *numbers, size_t count);

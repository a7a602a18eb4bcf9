import Statistics

/// Bids that meet the equations on a grid.
struct BidSolution {
  var equations: BidEquations
  /// The largest change of a bid in the last iteration.
  let lastChange: Double
  /// How many iterations it took.
  let iterationCount: Int

  var grid: EntrantGrid { equations.grid }
  var bids: [Double] { equations.bids }

  /// What a bid is wrong by at least, as a part of the reserve price: the last change, and what keeping the
  /// equations smooth does.
  var leastError: Double {
    max(lastChange, BidEquations.Condition.smoothing.squareRoot() * grid.costWidth)
  }

  /// The change of bids, as a part of the reserve price, at which an iteration ends.
  static let tolerance = 1e-11

  /// Solves the equations on given panels by Newton's method.
  ///
  /// Where the cutoff bites whole steps end soonest: where bids bend they are those of policy iteration.
  /// Where it never does, or they do not end, steps are shortened until the bids come nearer (the natural
  /// monotonicity test of Deuflhard, *Newton Methods for Nonlinear Problems*, 2004).
  ///
  /// - Parameters:
  ///   - grid: The entrants.
  ///   - win: The numbers of bids and of winners.
  ///   - bids: Where to begin.
  ///   - sensitivity: S.
  /// - Returns: `nil` where the iteration does not converge from there.
  static func newton(
    _ grid: EntrantGrid, _ win: WinProbability, from bids: [Double], sensitivity: Double
  ) -> BidSolution? {
    let isContested = !win.contestedTerms.isEmpty
    for isGuarded in [!isContested, isContested] {
      if let found = newton(grid, win, from: bids, sensitivity: sensitivity, isGuarded: isGuarded) {
        return found
      }
    }
    return nil
  }

  private static func newton(
    _ grid: EntrantGrid, _ win: WinProbability, from bids: [Double], sensitivity: Double,
    isGuarded: Bool
  ) -> BidSolution? {
    do throws(NumericalError) {
      var equations = try BidEquations(grid, win, bids: bids, sensitivity: sensitivity)
      for iteration in 1...(isGuarded ? 30 : 15) {
        let system = try LinearSystem(matrix: equations.jacobian(), size: bids.count)
        let step = try system.solution(of: equations.residuals.map { -$0 })
        let length = step.largest
        if length < tolerance {
          return BidSolution(
            equations: equations, lastChange: length, iterationCount: iteration)
        }
        guard let next = equations.moved(by: step, length: length, system, isGuarded) else {
          return nil
        }
        equations = next
      }
      return nil
    } catch {
      return nil
    }
  }
}

extension BidEquations {
  /// The equations at the bids after a step, or the part of it that makes the next step shorter.
  fileprivate func moved(
    by step: [Double], length: Double, _ system: LinearSystem, _ isGuarded: Bool
  ) -> BidEquations? {
    var part = min(1, 0.25 / length)
    while part >= 0.05 {
      let moved = bids.indices.map { max(bids[$0] + part * step[$0], grid.nodes[$0].cost) }
      do throws(NumericalError) {
        let next = try BidEquations(grid, win, bids: moved, sensitivity: sensitivity)
        if !isGuarded { return next }
        let rest = try system.solution(of: next.residuals).largest
        if rest < (1 - part / 4) * length { return next }
      } catch {}
      part /= 2
    }
    return nil
  }
}

extension [Double] {
  /// The largest magnitude.
  fileprivate var largest: Double { reduce(0) { Swift.max($0, abs($1)) } }
}

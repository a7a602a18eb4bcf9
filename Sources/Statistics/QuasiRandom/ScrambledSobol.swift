import CBoostMath

/// Random words that fill the unit cube evenly: Sobol points, scrambled anew for each unit.
///
/// A word is uniform by itself, as one of ``CountedRandom`` is, but the words of one unit at the
/// indices 0, 1, 2 … share their luck out: of the first 2ᵏ each dimension has exactly one in every
/// interval of length 2⁻ᵏ, and together they are as even as the Sobol sequence. So a mean over the
/// indices has, for smooth functions of a unit's words, a far smaller error than the same number of
/// independent draws; take a power of two of them. The error shows in repetitions with other seeds,
/// not in the spread of the draws.
///
/// For each unit, the indices are shuffled and every dimension scrambled by keys of its own
/// (``Philox4x32x10``). So at each index units are independent of each other; between them the draws
/// are no more even than independent ones. Only integers are used: every machine has the same words,
/// at any place, in any order, on any thread.
public struct ScrambledSobol: Hashable, Sendable {
  /// The most dimensions that there are direction numbers for.
  public static let dimensionLimit = Int(AWARDSIM_SOBOL_DIMENSION_LIMIT)

  @usableFromInline let sequence: SobolSequence
  @usableFromInline let generator: Philox4x32x10
  @usableFromInline let stream: UInt32
  let seed: UInt64

  /// Creates the words of a seed and a stream.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - stream: A stream that nothing else uses with this seed, ``CountedRandom`` included.
  ///   - dimensionCount: The number of dimensions, from 1 to ``dimensionLimit``. The first ones are
  ///     the most even among each other.
  /// - Throws: ``NumericalError/domain`` for another number of dimensions.
  public init(seed: UInt64, stream: UInt32, dimensionCount: Int) throws(NumericalError) {
    sequence = try SobolSequence(dimensionCount: dimensionCount)
    generator = Philox4x32x10(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    self.seed = seed
    self.stream = stream
  }

  /// The number of dimensions.
  public var dimensionCount: Int { sequence.dimensionCount }

  /// A draw of a unit, where the words of all its dimensions lie.
  public struct Place: Hashable, Sendable {
    @usableFromInline let unit: UInt32
    @usableFromInline let index: UInt32
    @usableFromInline let shuffledIndex: UInt32

    @inlinable
    init(unit: UInt32, index: UInt32, shuffledIndex: UInt32) {
      self.unit = unit
      self.index = index
      self.shuffledIndex = shuffledIndex
    }
  }

  /// The place of a draw.
  ///
  /// - Parameters:
  ///   - unit: What has luck of its own.
  ///   - index: The number of the draw.
  /// - Returns: The place, for ``word(at:dimension:)``.
  /// - Complexity: O(1), half of the work for a word.
  @inlinable
  public func place(unit: UInt32, index: UInt32) -> Place {
    Place(unit: unit, index: index, shuffledIndex: key(unit: unit, slot: .max)(index))
  }

  /// The word of one dimension.
  ///
  /// - Parameters:
  ///   - place: The draw.
  ///   - dimension: From 0 to below ``dimensionCount``; beyond these it is an independent random word.
  /// - Returns: A number from 0 to 2³² − 1, each equally likely over all seeds.
  /// - Complexity: O(1).
  @inlinable
  public func word(at place: Place, dimension: Int) -> UInt32 {
    let slot = UInt32(truncatingIfNeeded: dimension)
    guard dimension >= 0, dimension < sequence.dimensionCount else {
      return generator.block(at: SIMD4(slot, place.unit, place.index, stream))[0]
    }
    return key(unit: place.unit, slot: slot)(
      sequence.word(at: place.shuffledIndex, dimension: dimension))
  }

  /// The word of a single place and dimension; several dimensions of a draw share a ``Place``.
  ///
  /// - Parameters:
  ///   - unit: What has luck of its own.
  ///   - index: The number of the draw.
  ///   - dimension: From 0 to below ``dimensionCount``; beyond these it is an independent random word.
  /// - Returns: A number from 0 to 2³² − 1, each equally likely over all seeds.
  /// - Complexity: O(1).
  @inlinable
  public func word(unit: UInt32, index: UInt32, dimension: Int) -> UInt32 {
    word(at: place(unit: unit, index: index), dimension: dimension)
  }

  /// The key of a unit's dimension, or of its indices, at an index that no simulation reaches.
  @inlinable
  func key(unit: UInt32, slot: UInt32) -> OwenScramble {
    OwenScramble(key: generator.block(at: SIMD4(slot, unit, .max, stream)))
  }
}

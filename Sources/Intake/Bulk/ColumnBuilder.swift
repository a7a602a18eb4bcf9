/// A column of plain values that grows row by row and becomes an array at the end.
///
/// An array checks at each value whether it is shared and long enough; over a hundred million rows that
/// is much of the time.
@safe
struct ColumnBuilder<Value: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutablePointer<Value>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1_024) {
    self.capacity = max(capacity, 1)
    unsafe memory = .allocate(capacity: self.capacity)
  }

  deinit {
    unsafe memory.deallocate()
  }

  @inline(__always)
  mutating func append(_ value: Value) {
    if count == capacity { grow() }
    unsafe (memory + count).initialize(to: value)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    unsafe larger.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = larger
    capacity *= 2
  }

  @inline(__always)
  subscript(index: Int) -> Value {
    get {
      precondition(index >= 0 && index < count)
      return unsafe memory[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe memory[index] = newValue
    }
  }

  /// Forgets the values; the room stays.
  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// The values.
  var values: [Value] {
    let count = count
    return unsafe [Value](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      if let base = buffer.baseAddress { unsafe base.update(from: memory, count: count) }
      initializedCount = count
    }
  }
}

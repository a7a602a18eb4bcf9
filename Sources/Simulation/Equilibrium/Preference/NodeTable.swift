/// Numbers in rows, one row a node of a grid and one column a time.
struct NodeTable {
  let columnCount: Int
  private(set) var values: [Double]

  /// A table of zeros.
  init(rowCount: Int, columnCount: Int) {
    self.columnCount = columnCount
    values = [Double](repeating: 0, count: rowCount * columnCount)
  }

  /// A table of rows one after another.
  init(columnCount: Int, values: [Double]) {
    self.columnCount = columnCount
    self.values = values
  }

  /// A row by itself.
  func row(_ row: Int) -> [Double] {
    Array(values[row * columnCount..<(row + 1) * columnCount])
  }

  /// Puts another row in place of one.
  mutating func setRow(_ row: Int, to numbers: [Double]) {
    values.replaceSubrange(row * columnCount..<(row + 1) * columnCount, with: numbers)
  }

  /// Adds multiples of rows of a table to a row.
  mutating func add(_ multiples: [(factor: Double, row: Int)], of other: NodeTable, to target: Int)
  {
    unsafe values.withUnsafeMutableBufferPointer { values in
      let sum = unsafe UnsafeMutableBufferPointer(
        rebasing: values[target * columnCount..<(target + 1) * columnCount])
      for (factor, row) in multiples where factor != 0 {
        unsafe other.add(factor, row: row, columns: 0..<columnCount, to: sum)
      }
    }
  }

  /// The sum of all rows times factors, over some columns; 0 in the others.
  func sum(_ factors: [Double], columns: Range<Int>) -> [Double] {
    var sum = [Double](repeating: 0, count: columnCount)
    unsafe sum.withUnsafeMutableBufferPointer { sum in
      for (row, factor) in factors.enumerated() where factor != 0 {
        unsafe add(factor, row: row, columns: columns, to: sum)
      }
    }
    return sum
  }

  /// Adds a multiple of a row to a sum.
  ///
  /// Much of the time goes here, so the loop runs on the memory itself. Rows and columns are those of the
  /// grid that all tables of a solution are made for.
  private func add(
    _ factor: Double, row: Int, columns: Range<Int>, to sum: UnsafeMutableBufferPointer<Double>
  ) {
    unsafe values.withUnsafeBufferPointer { values in
      let row = unsafe UnsafeBufferPointer(
        rebasing: values[row * columnCount..<(row + 1) * columnCount])
      for column in columns { unsafe sum[column] += factor * row[column] }
    }
  }

  /// The table with rows and columns exchanged.
  var transposed: NodeTable {
    let rowCount = columnCount == 0 ? 0 : values.count / columnCount
    var table = NodeTable(rowCount: columnCount, columnCount: rowCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        table.values[column * rowCount + row] = values[row * columnCount + column]
      }
    }
    return table
  }

  /// Takes a part of a row and the rest of another one.
  mutating func mix(row: Int, part: Double, with other: [Double]) {
    setRow(row, to: zip(self.row(row), other).map { part * $0 + (1 - part) * $1 })
  }

  /// Some of the columns.
  func picking(_ columns: [Int]) -> NodeTable {
    let starts = stride(from: 0, to: values.count, by: max(columnCount, 1))
    return NodeTable(
      columnCount: columns.count,
      values: starts.flatMap { start in columns.map { values[start + $0] } })
  }
}

extension RandomAccessCollection where Index == Int {
    /// The index of the first element that satisfies a condition, or `endIndex`, where no element that does stands before
    /// one that does not. O(log n).
    @inlinable
    package func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

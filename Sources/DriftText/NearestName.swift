/// The candidate that was probably meant by a misspelt name, or nil where none is near.
///
/// Near is a Damerau-Levenshtein distance (optimal string alignment) of at most 2 or a third of the name's length,
/// whichever is greater, and less than the name's length; case is ignored. Among equally near ones the first wins.
/// O(candidates × length²).
package func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let given = Array(name.lowercased().unicodeScalars)
    var limit = min(max(2, given.count / 3), given.count - 1)
    var best: String?
    for candidate in candidates {
        // A scalar has one to four bytes; the distance is no less than the difference of the lengths.
        let isFar = candidate.utf8.count < given.count - limit || candidate.utf8.count > 4 * (given.count + limit)
        if isFar { continue }
        let other = Array(candidate.lowercased().unicodeScalars)
        guard abs(other.count - given.count) <= limit else { continue }
        let distance = editDistance(given, other, limit: limit)
        guard distance <= limit else { continue }
        best = candidate
        limit = distance - 1
    }
    return best
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one name to the other; some number above
/// the limit where they are more.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = beforePrevious
    for row in left.indices {
        current[0] = row + 1
        for column in right.indices {
            let same = left[row] == right[column]
            var cost = min(previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            let canSwap = row > 0 && column > 0
            if canSwap, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, beforePrevious[column - 1] + 1)
            }
            current[column + 1] = cost
        }
        // A swap reaches two rows back.
        if row > 0, min(current.min() ?? 0, previous.min() ?? 0) > limit { return limit + 1 }
        swap(&beforePrevious, &previous)
        swap(&previous, &current)
    }
    return previous[right.count]
}

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
        let distance = editDistance(given, Array(candidate.lowercased().unicodeScalars))
        guard distance <= limit else { continue }
        best = candidate
        limit = distance - 1
    }
    return best
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one name to the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let same = left[row] == right[column]
            var cost = min(previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            let canSwap = row > 0 && column > 0
            if canSwap, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, beforePrevious[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}

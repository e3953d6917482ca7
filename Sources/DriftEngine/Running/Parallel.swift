import DriftText

/// Work on several tasks whose results do not depend on timing.
enum Parallel {
    /// Maps the elements on as many tasks as there are jobs; the results are in the order of the elements.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: [(Int, Result)].self) { group in
            let next = Locked(0)
            for _ in 0..<min(jobs, elements.count) {
                group.addTask {
                    var part: [(Int, Result)] = []
                    // Whoever is done takes the next one: some elements are a hundred times as large as others.
                    while let index = next.take(below: elements.count) { part.append((index, work(elements[index]))) }
                    return part
                }
            }
            var results: [(Int, Result)] = []
            for await part in group { results += part }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

extension Locked<Int> {
    /// The number, which is then one more; nil where it is no less than the limit.
    fileprivate func take(below limit: Int) -> Int? {
        withLock { number in
            guard number < limit else { return nil }
            defer { number += 1 }
            return number
        }
    }
}

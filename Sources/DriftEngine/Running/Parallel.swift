/// Work on several tasks whose results do not depend on timing.
enum Parallel {
    /// Maps the elements on as many tasks as there are jobs; the results are in the order of the elements.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: [(Int, Result)].self) { group in
            for job in 0..<min(jobs, elements.count) {
                group.addTask {
                    stride(from: job, to: elements.count, by: jobs).map { ($0, work(elements[$0])) }
                }
            }
            var results: [(Int, Result)] = []
            for await part in group { results += part }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

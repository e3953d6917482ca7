internal import DriftEngine
internal import DriftLayout

/// How often a run asks for memory, as valgrind counts it.
///
/// A counter of our own would have to stand in front of `malloc`, which Swift reserves for its runtime; nor does the C
/// library keep count. Valgrind slows a run thirtyfold, so that one locale set has to speak for all.
struct AllocationCount {
    private let tool: ToolRun
    private let valgrind: ToolRun
    private let scratch: ScratchFolder

    /// Nil where valgrind is not installed.
    init?(_ tool: ToolRun, scratch: ScratchFolder) {
        guard let valgrind = ToolRun.installed("valgrind") else { return nil }
        (self.tool, self.valgrind, self.scratch) = (tool, valgrind, scratch)
    }

    /// Allocations for each thousand bytes of documents, without those of a run that has nothing to do; of the set whose
    /// size is the middle one.
    func perKilobyte(of sets: [LocaleSet]) throws -> Double {
        var sizes: [(set: LocaleSet, bytes: Int)] = []
        for set in sets { sizes.append((set, try set.members.reduce(0) { try $0 + DiskFiles().read($1.path).count })) }
        sizes.sort { $0.bytes < $1.bytes }
        guard !sizes.isEmpty else { return .nan }
        let middle = sizes[sizes.count / 2]
        try scratch.write("# A\n", to: "a.md")
        let nothing = try count([scratch.path + "/a.md", scratch.path + "/a.md"])
        return (try count(middle.set.members.map(\.path)) - nothing) / Double(middle.bytes) * 1e3
    }

    private func count(_ paths: [String]) throws -> Double {
        let log = scratch.path + "/log"
        _ = try valgrind.run(
            ["--leak-check=no", "--log-file=\(log)", tool.program, "compare", "--jobs", "1", "--quiet"] + paths)
        let lines = String(decoding: try DiskFiles().read(log), as: UTF8.self).split(separator: "\n")
        guard let line = lines.first(where: { $0.contains("total heap usage:") }) else { return .nan }
        let words = line.split(separator: " ")
        guard let end = words.firstIndex(of: "allocs,"), end > 0 else { return .nan }
        return Double(words[end - 1].filter { $0 != "," }) ?? .nan
    }
}

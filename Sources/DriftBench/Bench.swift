#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif
internal import DriftEngine
internal import DriftMarkdown
internal import DriftText

/// Measures how fast documents are checked and how well they are aligned; nothing but a person looks at what it prints.
@main
struct Bench {
    private static let usage = """
        Usage: driftlint-bench [--json] [--rounds N] [PATH…]       speed of each step, of whole runs, and of other programs
               driftlint-bench [--json] [--rounds N] --budgets [PATH…]   what is promised, measured beside other programs
               driftlint-bench [--json] --scaling [NAME…]          growth of a run's cost with all that can grow
               driftlint-bench [--json] --constructs [--count N] [NAME…]
                                                                  growth of parsing with the size of hostile documents
               driftlint-bench [--json] --worst [--share PERCENT] [NAME…]
                                                                  time and memory of the program's worst cases
               driftlint-bench [--json] --confidence PATH…         how often pairs of each confidence are wrong
               driftlint-bench --parse FILE…                       reads and parses, and says nothing

        Without a path, documents are made up.

        """

    private enum Mode: String, CaseIterable {
        case budgets, scaling, constructs, worst, confidence, parse
    }

    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isJSON = take("--json", from: &arguments)
        let modes = Mode.allCases.filter { take("--\($0.rawValue)", from: &arguments) }
        let share = takeNumber("--share", from: &arguments) ?? 100
        let rounds = takeNumber("--rounds", from: &arguments) ?? 5
        let count = takeNumber("--count", from: &arguments) ?? 20_000
        guard modes.count <= 1, !arguments.contains(where: { $0.hasPrefix("-") }) else {
            _ = usage.withCString { write(2, $0, strlen($0)) }
            exit(2)
        }
        let table: ResultTable
        switch modes.first {
        case .parse: return try parse(arguments)
        case .confidence: table = try ConfidenceCheck.measure(arguments)
        case .worst: table = try WorstRun.measure(named: arguments, share: share)
        case .constructs: table = ConstructGrowth.measure(named: arguments, count: count)
        case .scaling: table = try RunGrowth.measure(named: arguments)
        case .budgets: table = try Budgets.measure(arguments, rounds: rounds)
        case nil: table = try await measureSpeed(arguments, rounds: rounds)
        }
        print(isJSON ? table.json : table.text, terminator: "")
    }

    private static func measureSpeed(_ paths: [String], rounds: Int) async throws -> ResultTable {
        if !paths.isEmpty { return try await SpeedTable.measure(paths, rounds: rounds) }
        let folder = try ScratchFolder()
        defer { folder.remove() }
        try MadeUpTree.write(sets: 200, locales: 5, to: folder)
        return try await SpeedTable.measure([folder.path], rounds: rounds)
    }

    /// What a program does that parses documents and nothing else.
    private static func parse(_ files: [String]) throws {
        for file in files { countInlines(of: Document(SourceText(try DiskFiles().read(file)))) }
    }

    private static func takeNumber(_ flag: String, from arguments: inout [String]) -> Int? {
        guard let index = arguments.firstIndex(of: flag), index + 1 < arguments.count else { return nil }
        defer { arguments.removeSubrange(index...index + 1) }
        return Int(arguments[index + 1]).map { max(1, $0) }
    }

    private static func take(_ flag: String, from arguments: inout [String]) -> Bool {
        guard let index = arguments.firstIndex(of: flag) else { return false }
        arguments.remove(at: index)
        return true
    }
}

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Measures how fast documents are read and how well they are aligned; nothing but a person looks at what it prints.
@main
struct Bench {
    private static let usage = """
        Usage: driftlint-bench [--json] [--rounds N] PATH…   speed of parsing the documents below some paths
               driftlint-bench [--json] --scaling [--count N] [NAME…]
                                                                  growth of cost with the size of hostile documents
               driftlint-bench [--json] --worst [--share PERCENT] [NAME…]
                                                                  time and memory of the program's worst cases
               driftlint-bench [--json] --confidence PATH…         how often pairs of each confidence are wrong

        """

    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isJSON = take("--json", from: &arguments)
        let isConfidence = take("--confidence", from: &arguments)
        let isScaling = take("--scaling", from: &arguments)
        let isWorst = take("--worst", from: &arguments)
        let share = takeNumber("--share", from: &arguments) ?? 100
        let rounds = takeNumber("--rounds", from: &arguments) ?? 5
        let count = takeNumber("--count", from: &arguments) ?? 20_000
        guard isScaling || isWorst || !arguments.isEmpty, !arguments.contains(where: { $0.hasPrefix("-") }) else {
            _ = usage.withCString { write(2, $0, strlen($0)) }
            exit(2)
        }
        let table: ResultTable
        if isConfidence {
            table = try ConfidenceCheck.measure(arguments)
        } else if isWorst {
            table = try WorstRun.measure(named: arguments, share: share)
        } else if isScaling {
            table = Scaling.measure(named: arguments, count: count)
        } else {
            table = try ParseSpeed.measure(arguments, rounds: rounds)
        }
        print(isJSON ? table.json : table.text, terminator: "")
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

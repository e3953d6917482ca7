import DriftText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs libFuzzer over one of the tool's surfaces, which the environment variable `SURFACE` names.
@main
struct Fuzzer {
    /// Nil where none of that name is known.
    private static let chosen = getenv("SURFACE").flatMap { Surface(rawValue: String(cString: $0)) }
    private static let mutator = Mutator(shapes: (chosen ?? .parse).shapes.map { Array($0.utf8) })

    static func main() {
        guard chosen != nil else {
            print("SURFACE must be one of: \(Surface.allCases.map(\.rawValue).joined(separator: " "))")
            exit(2)
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            runFuzzer(&count, &arguments) { start, count in
                Fuzzer.chosen?.feed(Array(UnsafeBufferPointer(start: start, count: count)))
                return 0
            })
    }

    /// Changes an input in place; half of the time libFuzzer does, which knows of bytes alone.
    fileprivate static func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32)
        -> Int
    {
        if seed % 2 == 0 { return mutateBytes(start, count, limit) }
        var bytes = Array(UnsafeBufferPointer(start: start, count: count))
        var random = Chance(seed: seed)
        for _ in 0...random.below(3) { bytes = mutator.mutated(bytes, &random) }
        let kept = min(bytes.count, limit)
        for (index, byte) in bytes.prefix(kept).enumerated() { start[index] = byte }
        return kept
    }
}

/// Numbers that follow from a seed alone, so that a run can be repeated.
struct Chance {
    private var state: UInt64

    init(seed: UInt32) {
        state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// A number from 0 and below the limit; 0 where there is none.
    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return limit > 0 ? Int(state >> 11) % limit : 0
    }
}

/// What libFuzzer calls, where it is there, in place of its own changes.
@_cdecl("LLVMFuzzerCustomMutator")
func customMutator(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
    Fuzzer.mutate(start, count, limit, seed)
}

/// libFuzzer's own entry point, for programs that have a `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// libFuzzer's own changes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

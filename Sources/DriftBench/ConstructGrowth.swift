#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif
internal import DriftMarkdown
internal import DriftText

/// How the cost of parsing grows with size: the exponent e in time ~ sizeᵉ, measured at two sizes for each hostile
/// construct.
enum ConstructGrowth {
    /// Above this exponent, growth is marked as more than linear.
    private static let limit = 1.15

    /// - Parameter names: parts of the names of the constructs that are wanted; none is all.
    /// - Parameter count: repetitions of the smaller document; the larger has four times as many.
    static func measure(named names: [String], count: Int) -> ResultTable {
        keepMemory()
        var table = ResultTable(columns: [
            "construct", "KB", "ms", "KB at 4x", "ms at 4x", "exponent", "with HTML", "flag",
        ])
        for construct in Construct.all + Construct.yaml
        where names.isEmpty || names.contains(where: construct.name.contains) {
            let small = construct.make(count)
            let large = construct.make(4 * count)
            let growth = log(Double(large.count) / Double(small.count))
            let isYAML = construct.name.hasPrefix("YAML")
            let parse = Growth(small, large, isYAML ? readYAML : parse)
            let html = isYAML ? parse : Growth(small, large, render)
            let exponents = (log(parse.ratio) / growth, log(html.ratio) / growth)
            table.add([
                .text(construct.name), .number(Double(small.count) / 1e3, digits: 0),
                .number(parse.small * 1e3, digits: 2),
                .number(Double(large.count) / 1e3, digits: 0), .number(parse.large * 1e3, digits: 2),
                .number(exponents.0, digits: 2), .number(exponents.1, digits: 2),
                .text(max(exponents.0, exponents.1) > limit ? "more than linear" : ""),
            ])
        }
        return table
    }

    /// Memory that is given back and fetched again costs time in steps, which would pass for growth.
    private static func keepMemory() {
        #if canImport(Glibc)
            // The module does not show <malloc.h>.
            guard let symbol = dlsym(nil, "mallopt") else { return }
            let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
            let (trimThreshold, topPadding, mostMaps) = (Int32(-1), Int32(-2), Int32(-4))
            _ = mallopt(trimThreshold, 1 << 30)
            _ = mallopt(topPadding, 1 << 28)
            _ = mallopt(mostMaps, 0)
        #endif
    }

    private static func parse(_ bytes: [UInt8]) -> Int { countInlines(of: Document(SourceText(bytes))) }

    private static func readYAML(_ bytes: [UInt8]) -> Int {
        let node = try? YAMLReader.read(SourceText(bytes), in: ByteRange(0, bytes.count), unsupported: .keepAsText)
        return node?.range.count ?? 0
    }

    private static func render(_ bytes: [UInt8]) -> Int {
        HTMLRenderer.render(Document(SourceText(bytes))).count
    }
}

/// Processor seconds that some work takes on a small and on a large document: the least of several runs, which are those
/// that least else disturbed.
private struct Growth {
    private(set) var small = Double.infinity
    private(set) var large = Double.infinity

    var ratio: Double { large / small }

    init(_ smallBytes: [UInt8], _ largeBytes: [UInt8], _ work: ([UInt8]) -> Int) {
        var runs = 0
        // Other work on the machine only ever adds, so that what looks slow is given more chances.
        while runs < 3 || (runs < 12 && ratio > 4.5 && large < 0.3) {
            for _ in 0..<4 { small = min(small, processorSeconds { _ = work(smallBytes) }) }
            large = min(large, processorSeconds { _ = work(largeBytes) })
            runs += 1
        }
    }
}

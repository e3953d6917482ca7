#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How the cost of a run grows with one thing at a time: the exponent e in time ~ sizeᵉ, by processor time.
enum RunGrowth {
    /// Above this exponent, growth is marked as more than linear.
    private static let limit = 1.15

    /// One thing that can grow.
    private struct Subject: Sendable {
        let name: String
        /// Three sizes.
        let sizes: [Int]
        let files: @Sendable (Int) -> [(path: String, text: String)]
        /// Arguments of runs before the one that is measured.
        var before: [[String]] = []
        var run = ["check", "docs", "--jobs", "1"]
    }

    /// - Parameter names: parts of the names of the subjects that are wanted; none is all.
    static func measure(named names: [String]) throws -> ResultTable {
        var table = ResultTable(columns: ["what grows", "from", "to", "s", "s at most", "peak MB", "exponent", "flag"])
        let tool = try ToolRun.beside()
        let floor = try leastSeconds(of: tool, ["check", "docs", "--jobs", "1"], in: nothing())
        for subject in subjects where names.isEmpty || names.contains(where: subject.name.contains) {
            var points = try points(of: subject, with: tool, floor: floor.seconds)
            // What looks like too much growth may be other work on the machine, which is given two more chances.
            for _ in 0..<2 where exponent(points) > limit {
                points = zip(points, try self.points(of: subject, with: tool, floor: floor.seconds)).map {
                    Point(size: $0.size, seconds: min($0.seconds, $1.seconds), peak: min($0.peak, $1.peak))
                }
            }
            let row = row(subject.name, points)
            table.add(row)
            ResultTable.announce(row)
        }
        return table
    }

    private struct Point {
        let size: Int
        let seconds: Double
        let peak: Double
    }

    /// - Parameter floor: what a run takes that has nothing to do, which does not grow.
    private static func points(of subject: Subject, with tool: ToolRun, floor: Double) throws -> [Point] {
        try subject.sizes.map { size in
            let folder = try ScratchFolder()
            defer { folder.remove() }
            for file in subject.files(size) { try folder.write(file.text, to: file.path) }
            for arguments in subject.before { _ = try tool.run(arguments, in: folder.path) }
            let usage = try leastSeconds(of: tool, subject.run, in: folder)
            return Point(size: size, seconds: max(1e-4, usage.seconds - floor), peak: usage.peak)
        }
    }

    /// That of the last step, in which what is constant weighs least.
    private static func exponent(_ points: [Point]) -> Double {
        let steps = zip(points, points.dropFirst())
        return steps.map { log($1.seconds / $0.seconds) / log(Double($1.size) / Double($0.size)) }.last ?? 0
    }

    private static func row(_ name: String, _ points: [Point]) -> [ResultTable.Value] {
        let exponent = exponent(points)
        return [
            .text(name), .number(Double(points.first?.size ?? 0), digits: 0),
            .number(Double(points.last?.size ?? 0), digits: 0), .number(points.first?.seconds ?? 0, digits: 3),
            .number(points.last?.seconds ?? 0, digits: 3), .number(points.last?.peak ?? 0, digits: 0),
            .number(exponent, digits: 2), .text(exponent > limit ? "more than linear" : ""),
        ]
    }

    private static func nothing() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try folder.write("# A\n", to: "docs/en/a.md")
        try folder.write("# A\n", to: "docs/de/a.md")
        return folder
    }

    /// Other work on the machine only ever adds.
    private static func leastSeconds(
        of tool: ToolRun, _ arguments: [String], in folder: ScratchFolder
    ) throws -> (seconds: Double, peak: Double) {
        var least = (seconds: Double.infinity, peak: Double.infinity)
        for _ in 0..<3 {
            let usage = try tool.run(arguments + ["--output-format", "json"], in: folder.path)
            guard usage.status < 2 else { throw ToolRun.Failure(message: "driftlint ends with \(usage.status)") }
            least = (min(least.seconds, usage.processorSeconds), min(least.peak, usage.peakMegabytes))
            if usage.processorSeconds > 5 { break }
        }
        return least
    }

    // MARK: Subjects

    private static let subjects = [
        Subject(name: "files of one size", sizes: [250, 1_000, 4_000]) { tree(sets: $0 / 2, locales: 2, sections: 4) },
        Subject(name: "all documents of a tree", sizes: [4, 16, 64]) { tree(sets: 40, locales: 2, sections: $0) },
        Subject(name: "sections of one document", sizes: [250, 1_000, 4_000]) {
            tree(sets: 1, locales: 2, sections: $0)
        },
        Subject(name: "paragraphs side by side", sizes: [2_000, 8_000, 32_000]) { count in
            pair { side in (0..<count).map { MadeUpText.phrase($0, side) + ".\n\n" }.joined() }
        },
        Subject(name: "items of a list", sizes: [2_000, 8_000, 32_000]) { count in
            pair { side in (0..<count).map { "- \(MadeUpText.phrase($0, side))\n" }.joined() }
        },
        Subject(name: "rows of a table", sizes: [2_000, 8_000, 32_000]) { count in
            pair { side in
                "| a | b |\n|---|---|\n" + (0..<count).map { "| \($0) | \(MadeUpText.phrase($0, side)) |\n" }.joined()
            }
        },
        Subject(name: "words of a paragraph", sizes: [8_000, 32_000, 128_000]) { count in
            pair { side in (0..<count).map { MadeUpText.word($0 * 31, side) + " " }.joined() + "\n" }
        },
        Subject(name: "keys of front matter", sizes: [2_000, 8_000, 32_000]) { count in
            pair { side in
                "---\n" + (0..<count).map { "key\($0): \(MadeUpText.phrase($0, side))\n" }.joined() + "---\n\nText.\n"
            }
        },
        Subject(name: "locales of a set", sizes: [4, 15, 60]) { tree(sets: 12, locales: $0, sections: 8) },
        Subject(name: "findings", sizes: [2_000, 8_000, 32_000], files: changedNumbers),
        Subject(name: "suppressions", sizes: [1_000, 4_000, 16_000], files: suppressed),
        Subject(
            name: "entries of a baseline", sizes: [2_000, 8_000, 32_000], files: changedNumbers,
            before: [["check", "docs", "--write-baseline=known.yml"]],
            run: ["check", "docs", "--jobs", "1", "--baseline=known.yml"]),
    ]

    private static func tree(sets: Int, locales: Int, sections: Int) -> [(path: String, text: String)] {
        MadeUpTree.languages.prefix(locales).flatMap { locale in
            (0..<sets).map { number in
                (
                    "docs/\(locale)/page\(number).md",
                    MadeUpText.page(number, sections: sections, isTarget: locale != "en")
                )
            }
        }
    }

    private static func pair(_ text: (_ isTarget: Bool) -> String) -> [(path: String, text: String)] {
        [("docs/en/a.md", text(false)), ("docs/de/a.md", text(true))]
    }

    @Sendable private static func changedNumbers(_ count: Int) -> [(path: String, text: String)] {
        pair { isTarget in
            (0..<count).map { index in
                "\(MadeUpText.phrase(index, isTarget)) `a\(index)` has \(isTarget ? index + 1 : index) parts.\n\n"
            }.joined()
        }
    }

    @Sendable private static func suppressed(_ count: Int) -> [(path: String, text: String)] {
        pair { isTarget in
            (0..<count).map { index in
                (isTarget ? "<!-- driftlint-disable-next-block -->\n\n" : "")
                    + "\(MadeUpText.phrase(index, isTarget)) `a\(index)` has \(isTarget ? index + 1 : index) parts.\n\n"
            }.joined()
        }
    }
}

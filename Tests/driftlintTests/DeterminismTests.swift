import Testing

@testable import driftlint

/// The same documents give the same bytes, however the program runs.
@Suite(.enabled(if: BuiltProgram.isBuilt, "needs the program beside the tests"))
struct DeterminismTests {
    private static let preparation = """
        for i in {1..4}; do
            for l in fr ja; do mkdir -p $l; printf '# Titel\\n\\n| A | B |\\n|---|---|\\n| %d | x |\\n\\nText 7.\\n' $i > $l/$i.md; done
            cp fr/$i.md de/$i.md; printf '| 3/27/2020 | y |\\n' >> de/$i.md
            printf '# Title\\n\\n| A | B |\\n|---|---|\\n| %d | x |\\n| 99%d | z |\\n\\nText 8 [a](b.md).\\n' $i $i > en/$i.md
        done
        """

    /// What a person, a script and a code host get.
    private static let formats = ["text", "json", "sarif"]

    private struct Way {
        var jobs: Int
        var paths: String
        var environment: [String: String]
    }

    private static let ways: [Way] = [1, 2, 3, 7, 16].flatMap { jobs in
        [
            Way(jobs: jobs, paths: "en de fr ja", environment: [:]),
            Way(jobs: jobs, paths: "ja fr de en", environment: ["LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"]),
            Way(jobs: jobs, paths: "./fr en ja de", environment: ["LC_ALL": "C", "TZ": "America/St_Johns"]),
            Way(
                jobs: jobs, paths: "de fr ja en en",
                environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "UTC"]),
        ]
    }

    @Test func nothingButTheInputCounts() throws {
        var outputs: [Set<String>] = Self.formats.map { _ in [] }
        for way in Self.ways {
            // Not of the shell, which warns of locales that the machine lacks.
            let variables = way.environment.map { "\($0)=\($1)" }.sorted().joined(separator: " ")
            let script = Self.formats.map {
                "env \(variables) $driftlint --jobs \(way.jobs) --output-format \($0) \(way.paths); echo ----- $?"
            }.joined(separator: "; ")
            let ended = try BuiltProgram.run("\(Self.preparation); \(script)")
            let parts = ended.output.split(separator: "----- 1\n", omittingEmptySubsequences: false)
            try #require(parts.count == Self.formats.count + 1 && ended.errors.isEmpty, "\(ended)")
            for (index, part) in parts.dropLast().enumerated() { outputs[index].insert(String(part)) }
        }
        for (format, texts) in zip(Self.formats, outputs) {
            #expect(texts.count == 1, "\(format)")
            #expect(texts.first?.contains("missing-table-row") == true, "\(format)")
        }
    }
}

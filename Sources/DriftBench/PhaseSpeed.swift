internal import DriftAlignment
internal import DriftEngine
internal import DriftFindings
internal import DriftLanguage
internal import DriftLayout
internal import DriftMarkdown
internal import DriftReport
internal import DriftRules
internal import DriftText

/// Runs the steps of a check one by one over the locale sets below some paths and measures each.
struct PhaseSpeed {
    /// The steps in their order, as the table names them.
    enum Phase: String, CaseIterable {
        case find = "find documents and locales"
        case read, parse, inlines
        case outline = "segments, values, anchors"
        case align
        case survey = "survey"
        case links = "follow links"
        case compare
        case judge = "judge (compares too)"
        case report
    }

    /// What a corpus holds.
    struct Size: Sendable {
        var sets = 0
        var files = 0
        var bytes = 0
        var segments = 0
    }

    let project: FoundProject
    private let checker: SetChecker
    private let profile: Profile
    private let rules: RuleBook
    let size: Size
    private let findingCost: Double

    /// - Parameter paths: what is checked.
    init(_ paths: [String]) async throws {
        func find() throws -> FoundProject {
            try ProjectFinder(files: DiskFiles(), workingFolder: "").find(ProjectRequest(paths: paths))
        }
        let project = try find()
        findingCost = try processorSeconds { _ = try find() }
        rules = try RuleBook.builtIn()
        let linter = Linter(
            files: DiskFiles(), rules: rules, selection: try rules.selection(select: [], ignore: []), roots: paths,
            jobs: 1)
        checker = await linter.checker(for: project.layout.sets)
        profile = await linter.profile(of: project.layout.sets).profile
        self.project = project
        size = try Self.size(of: project.layout.sets)
    }

    private static func size(of sets: [LocaleSet]) throws -> Size {
        var size = Size(sets: sets.count)
        for set in sets {
            for member in set.members {
                let bytes = try DiskFiles().read(member.path)
                size.files += 1
                size.bytes += bytes.count
                let outline = Outline(
                    Document(SourceText(bytes)), locale: member.locale, links: SetReader.linkKey(of: set))
                size.segments += outline.segments.count
            }
        }
        return size
    }

    /// Processor seconds of each phase, added up over all tasks.
    typealias Costs = [Phase: Double]

    /// Runs all phases of all sets on some number of tasks.
    func costs(cores: Int) async throws -> Costs {
        let parts = try await withThrowingTaskGroup(of: (Costs, [Finding]).self) { group in
            for core in 0..<cores {
                group.addTask { try share(of: cores, from: core) }
            }
            var parts: [(Costs, [Finding])] = []
            for try await part in group { parts.append(part) }
            return parts
        }
        var costs = parts.reduce(into: Costs()) { $0.merge($1.0, uniquingKeysWith: +) }
        costs[.report] = processorSeconds { _ = render(parts.flatMap(\.1)) }
        costs[.find] = findingCost
        return costs
    }

    private func share(
        of step: Int, from first: Int
    ) throws -> (Costs, [Finding]) {
        var costs = Costs()
        var findings: [Finding] = []
        func measured<Result>(_ phase: Phase, _ work: () throws -> Result) rethrows -> Result {
            let start = threadSeconds()
            defer { costs[phase, default: 0] += threadSeconds() - start }
            return try work()
        }
        let sets = project.layout.sets
        for set in stride(from: first, to: sets.count, by: step).map({ sets[$0] }) {
            let links = SetReader.linkKey(of: set)
            let contents = try measured(.read) { try set.members.map { try DiskFiles().read($0.path) } }
            let documents = measured(.parse) { contents.map { Document(SourceText($0)) } }
            measured(.inlines) { for document in documents { countInlines(of: document) } }
            let outlines = measured(.outline) {
                zip(documents, set.members).map { Outline($0, locale: $1.locale, links: links) }
            }
            let aligned = measured(.align) {
                AlignedSet(
                    name: set.name, members: zip(set.members, outlines).map { .init(path: $0.path, outline: $1) })
            }
            _ = measured(.survey) { Profile(surveying: aligned) }
            let linked = measured(.links) { checker.followingLinks(aligned, of: set) }
            _ = measured(.compare) { Comparison.differences(in: aligned, profile: profile, links: links) }
            findings += measured(.judge) { checker.judgement(of: linked).findings }
        }
        return (costs, findings)
    }

    private func render(_ findings: [Finding]) -> String {
        OutputFormat.json.render(
            Report(
                toolVersion: "0", rules: rules.rules.map(\.description), findings: findings, setCount: size.sets,
                documentCount: size.files))
    }
}

/// Parses the inlines of all blocks; returns how many there are, so that nothing is optimised away.
@discardableResult
func countInlines(of document: Document) -> Int {
    document.blocks.indices.reduce(0) { $0 + document.inlines(of: $1).count }
}

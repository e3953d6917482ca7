/// Another program that reads Markdown, and how it is told to do as much of driftlint's work as it knows.
struct Peer {
    /// With what it writes: "cmark-gfm XML".
    let name: String
    let tool: ToolRun
    private let flags: [String]
    private let goodStatuses: Set<Int32>
    /// The variable that limits its threads, where it has any.
    private let threadsVariable: String?

    private init?(
        _ name: String, _ program: String, _ flags: [String], statuses: Set<Int32> = [0], threads: String? = nil
    ) {
        guard let tool = ToolRun.installed(program) else { return nil }
        (self.name, self.tool, self.flags, goodStatuses, threadsVariable) = (name, tool, flags, statuses, threads)
    }

    /// `cmark-gfm` with its extensions, which writes the tree with positions.
    static let cmarkGFM = Peer(
        "cmark-gfm XML", "cmark-gfm",
        ["-t", "xml", "--sourcepos", "--unsafe"]
            + ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] })
    /// A linter of Markdown in Rust, with its default rules.
    static let rumdl = Peer(
        "rumdl check", "rumdl", ["check", "--isolated", "--no-cache", "--quiet"], statuses: [0, 1],
        threads: "RAYON_NUM_THREADS")

    /// Those that are installed.
    static var all: [Peer] {
        [
            cmarkGFM, Peer("cmark XML", "cmark", ["-t", "xml", "--sourcepos", "--unsafe"]),
            Peer("md4c HTML", "md2html", ["--github"]), rumdl,
        ].compactMap { $0 }
    }

    /// Whether it can use more than one processor.
    var isParallel: Bool { threadsVariable != nil }

    /// Reads all files, in one process where their names fit.
    func run(_ files: [String], cores: Int = 1) throws -> ToolRun.Usage {
        let environment = threadsVariable.map { ["\($0)=\(cores)"] } ?? []
        let usage = try tool.runInParts(flags, files, adding: environment)
        guard goodStatuses.contains(usage.status) else {
            throw ToolRun.Failure(message: "\(name) ends with status \(usage.status)")
        }
        return usage
    }
}

/// Runs `cmark-gfm`, where it is installed, on files.
struct ReferenceRun {
    private let tool: ToolRun

    /// Nil where the program is in no folder of `PATH`.
    init?() {
        guard let found = ToolRun.installed("cmark-gfm") else { return nil }
        tool = found
    }

    /// Parses all files in one process, which writes XML with positions to nowhere.
    func run(_ files: [String]) throws {
        let flags = ["-t", "xml", "--sourcepos", "--unsafe"]
        let extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
        let usage = try tool.run(flags + extensions + files)
        guard usage.status == 0 else { throw ToolRun.Failure(message: "cmark-gfm ends with status \(usage.status)") }
    }
}

import DriftEngine
import DriftText

/// Files by their paths, with hostile names: each is found once or left out, whatever `.gitignore` and a site's
/// configuration say.
struct LayoutCheck {
    let bytes: [UInt8]

    func run() {
        var files: [String: [UInt8]] = [:]
        for line in bytes.split(separator: 0x0A).prefix(64) {
            let path = Path.normalised(String(decoding: line, as: UTF8.self))
            if path.utf8.first == UInt8(ascii: "/") || path.utf8.starts(with: "..".utf8) || path == "." { continue }
            files[path] = Array("# Title\n\nText.\n".utf8)
        }
        // A file cannot be a folder as well.
        files = files.filter { path, _ in !files.keys.contains { $0 != path && Path.isInside($0, path) } }
        for name in [".gitignore", "mkdocs.yml", "docusaurus.config.js", "hugo.toml", "crowdin.yml"] {
            files[name] = bytes
        }
        check(OverlayFiles(files), known: Set(files.keys))
    }

    private func check(_ files: OverlayFiles, known: Set<String>) {
        do {
            var request = ProjectRequest(paths: ["."])
            request.looksForContradictions = true
            let found = try ProjectFinder(files: files, workingFolder: "/w").find(request)
            let again = try ProjectFinder(files: files, workingFolder: "/w").find(request)
            precondition(found.layout.sets == again.layout.sets, "a second look finds other sets")
            var seen: Set<String> = []
            for member in found.layout.sets.flatMap(\.members) {
                precondition(known.contains(member.path), "a document that is not there")
                precondition(seen.insert(member.path).inserted, "a document in two sets")
            }
        } catch {
            precondition(!"\(error)".isEmpty, "an error without a message")
        }
    }
}

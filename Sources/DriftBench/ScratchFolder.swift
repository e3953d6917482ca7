#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif
internal import DriftEngine

/// A new folder below the one for temporary files.
struct ScratchFolder {
    let path: String

    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/driftlint-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ToolRun.Failure(message: "cannot write below \(base)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private init(path: String) { self.path = path }

    /// A folder in this one, which goes with it.
    func subfolder(_ name: String) throws -> ScratchFolder {
        guard mkdir("\(path)/\(name)", 0o755) == 0 else { throw ToolRun.Failure(message: "cannot make \(name)") }
        return ScratchFolder(path: "\(path)/\(name)")
    }

    /// Copies documents several times, each copy of all in a folder of its own.
    ///
    /// - Parameter paths: what the folder structure is kept of.
    func copy(_ documents: [String], times: Int) throws {
        let stem = documents.reduce(documents.first ?? "") { shared($0, $1) }
        let start =
            stem.utf8.count - (stem.split(separator: "/", omittingEmptySubsequences: false).last?.utf8.count ?? 0)
        for document in documents {
            let text = String(decoding: try DiskFiles().read(document), as: UTF8.self)
            for time in 0..<times {
                try write(text, to: "copy\(time)/\(String(decoding: document.utf8.dropFirst(start), as: UTF8.self))")
            }
        }
    }

    private func shared(_ one: String, _ other: String) -> String {
        String(decoding: zip(one.utf8, other.utf8).prefix { $0 == $1 }.map(\.0), as: UTF8.self)
    }

    /// Writes a file, and the folders above it.
    func write(_ text: String, to file: String) throws {
        var folder = path
        for part in file.split(separator: "/").dropLast() {
            folder += "/\(part)"
            mkdir(folder, 0o755)
        }
        guard let stream = fopen("\(path)/\(file)", "w") else { throw ToolRun.Failure(message: "cannot write \(file)") }
        defer { fclose(stream) }
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
            throw ToolRun.Failure(message: "cannot write \(file)")
        }
    }

    /// Takes the folder away with all that is in it.
    func remove() { Self.remove(path) }

    private static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        guard let stream = opendir(path) else { return }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { remove("\(path)/\(name)") }
        }
        closedir(stream)
        rmdir(path)
    }
}

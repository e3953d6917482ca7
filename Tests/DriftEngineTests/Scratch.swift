import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder on the disk that is gone after the test.
struct Scratch: Sendable {
    let folder: String

    static func with(_ body: (Scratch) async throws -> Void) async throws {
        let scratch = Scratch(folder: FileManager.default.temporaryDirectory.path + "/driftlint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(atPath: scratch.folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch.folder) }
        try await body(scratch)
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func put(_ text: String, _ name: String) throws {
        let path = path(name)
        let parent = URL(filePath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// nil where there is no such file.
    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Names in the folder, hidden ones included, in their order.
    func names(in name: String = ".") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
    }

    func remove(_ name: String) { unlink(path(name)) }
}

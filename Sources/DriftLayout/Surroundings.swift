internal import DriftLanguage

extension LayoutDiscovery {
    /// The folder in which the counterparts of a file are likely to be: that around the outermost folder that names a
    /// locale, else the file's own.
    package static func surroundings(of path: String) -> String {
        var finder = SlotFinder(options: LayoutOptions())
        let folder = folder(of: path)
        let parts = Self.parts(of: path)
        let slot = finder.slots(of: parts, in: folder).first { $0.part < parts.count - 1 && $0.isPlain }
        guard let slot else { return folder.isEmpty ? "." : String(folder) }
        let outer = parts[..<slot.part].joined(separator: "/")
        return path.utf8.first == UInt8(ascii: "/") ? "/" + outer : outer.isEmpty ? "." : outer
    }
}

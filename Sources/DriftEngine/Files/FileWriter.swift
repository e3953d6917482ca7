#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes one file of the disk.
struct FileWriter {
    let path: String
    let system: SystemCalls

    /// Replaces a file as a whole or leaves it as it was: what is written goes to a temporary file beside it first. A
    /// symbolic link is replaced, not followed, since what it leads to may be anything. Devices and pipes are written
    /// directly.
    func write(_ bytes: [UInt8]) throws(FileError) {
        if let descriptor = ownDescriptor {
            guard bytes.withUnsafeBytes({ system.write(descriptor, $0) }) else { throw lastError }
            return
        }
        var status = stat()
        let exists = system.stat(path, &status) == 0
        // A link that leads nowhere is replaced as any other.
        guard exists || errno == ENOENT || errno == ELOOP else { throw lastError }
        let isDevice = path.hasPrefix("/dev/")
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw FileError(path: path, reason: "is a directory") }
        if isDevice || exists && kind != S_IFREG { return try add(bytes, flags: O_WRONLY | O_APPEND) }
        let replaced = exists ? try !isLink : false
        if replaced, !system.isWritable(path) { throw lastError }
        let mode = replaced ? status.st_mode & 0o7777 : nil
        try InterruptShield.run { () throws(FileError) in try replace(bytes, mode: mode) }
    }

    private var isLink: Bool {
        get throws(FileError) {
            var status = stat()
            guard system.lstat(path, &status) == 0 else { throw lastError }
            return status.st_mode & S_IFMT == S_IFLNK
        }
    }

    /// The descriptor of this process that the path means. Opened once more, a file to which it is directed would be
    /// written from its beginning, over what the descriptor writes.
    private var ownDescriptor: Int32? {
        switch path {
        case "/dev/stdout": return 1
        case "/dev/stderr": return 2
        default:
            let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
            return folder.flatMap { Int32(path.dropFirst($0.count)) }
        }
    }

    /// Writes at the end of a file, which is made where there is none.
    func append(_ bytes: [UInt8]) throws(FileError) {
        try add(bytes, flags: O_WRONLY | O_APPEND | O_CREAT)
    }

    private func add(_ bytes: [UInt8], flags: Int32) throws(FileError) {
        let descriptor = system.open(path, flags, mode: 0o666)
        guard descriptor >= 0 else { throw lastError }
        let isWritten = bytes.withUnsafeBytes { system.write(descriptor, $0) }
        let error = lastError
        guard system.close(descriptor), isWritten else { throw isWritten ? lastError : error }
    }

    /// Replaces a regular file, its permissions kept, only where it still holds what was read. The new bytes are on the
    /// disk before they take the place of the old.
    func replace(_ old: [UInt8], with new: [UInt8]) throws(FileError) {
        var status = stat()
        guard system.lstat(path, &status) == 0 else { throw lastError }
        let mode = status.st_mode & 0o7777
        if !system.isWritable(path) { throw lastError }
        try InterruptShield.run { () throws(FileError) in try replace(new, mode: mode, holding: old) }
    }

    private func check(holding old: [UInt8]) throws(FileError) {
        var status = stat()
        guard system.lstat(path, &status) == 0 else { throw lastError }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(path: path, reason: "not a regular file, so it is not replaced")
        }
        guard try DiskFiles(system: system).read(path) == old else {
            throw FileError(path: path, reason: "changed since it was read")
        }
    }

    /// - Parameters:
    ///   - mode: permissions of the file that is replaced; nil takes those of a new file.
    ///   - old: what the file has to hold; nil for anything.
    private func replace(_ bytes: [UInt8], mode: mode_t?, holding old: [UInt8]? = nil) throws(FileError) {
        let (temporary, descriptor) = try temporaryFile()
        do throws(FileError) {
            try fill(descriptor, with: bytes, mode: mode)
            // Right before it is replaced, so that nothing that was written meanwhile is lost.
            if let old { try check(holding: old) }
            guard system.rename(temporary, to: path) else { throw lastError }
        } catch {
            _ = system.unlink(temporary)
            throw error
        }
    }

    /// A new file in the same folder, so that it can take the place of the other; its name is short, since that of the
    /// other may be as long as names can be. One that an earlier run had to leave is passed over.
    private func temporaryFile() throws(FileError) -> (path: String, descriptor: Int32) {
        for attempt in 0..<100 {
            let temporary = Path.join(Path.folder(of: path), ".driftlint-\(getpid())-\(attempt)")
            let descriptor = system.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
            if descriptor >= 0 { return (temporary, descriptor) }
            if errno != EEXIST { throw lastError }
        }
        throw lastError
    }

    /// Closes the descriptor, whatever comes.
    private func fill(_ descriptor: Int32, with bytes: [UInt8], mode: mode_t?) throws(FileError) {
        let isFilled =
            bytes.withUnsafeBytes { system.write(descriptor, $0) }
            && (mode.map { system.setMode(descriptor, $0) } ?? true) && system.synchronise(descriptor)
        let error = lastError
        guard system.close(descriptor), isFilled else { throw isFilled ? lastError : error }
    }

    private var lastError: FileError { .last(path) }
}

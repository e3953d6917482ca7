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

    /// Replaces a file as a whole or leaves it as it was: what is written goes to a temporary file beside it first. A
    /// symbolic link is replaced, not followed, since what it leads to may be anything. Devices and pipes are written
    /// directly.
    func write(_ bytes: [UInt8]) throws(FileError) {
        if let descriptor = ownDescriptor {
            guard bytes.withUnsafeBytes({ writeAll(descriptor, $0) }) else { throw lastError }
            return
        }
        var status = stat()
        let exists = stat(path, &status) == 0
        let isDevice = path.hasPrefix("/dev/")
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw FileError(path: path, reason: "is a directory") }
        if isDevice || exists && kind != S_IFREG { return try add(bytes, flags: O_WRONLY | O_APPEND) }
        let replaced = exists && !DiskFiles().isLink(path)
        if replaced, access(path, W_OK) != 0 { throw lastError }
        let mode = replaced ? status.st_mode & 0o7777 : nil
        try InterruptShield.run { () throws(FileError) in try replace(bytes, mode: mode) }
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
        let descriptor = open(path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw lastError }
        let isWritten = bytes.withUnsafeBytes { writeAll(descriptor, $0) }
        let error = lastError
        guard close(descriptor) == 0, isWritten else { throw isWritten ? lastError : error }
    }

    /// Replaces a regular file, its permissions kept, only where it still holds what was read. The new bytes are on the
    /// disk before they take the place of the old.
    func replace(_ old: [UInt8], with new: [UInt8]) throws(FileError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw lastError }
        let mode = status.st_mode & 0o7777
        if access(path, W_OK) != 0 { throw lastError }
        try InterruptShield.run { () throws(FileError) in try replace(new, mode: mode, holding: old) }
    }

    private func check(holding old: [UInt8]?) throws(FileError) {
        guard let old else { return }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw lastError }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(path: path, reason: "not a regular file, so it is not replaced")
        }
        guard try DiskFiles().read(path) == old else {
            throw FileError(path: path, reason: "changed since it was read")
        }
    }

    /// - Parameters:
    ///   - mode: permissions of the file that is replaced; nil takes those of a new file.
    ///   - old: what the file has to hold; nil for anything.
    private func replace(_ bytes: [UInt8], mode: mode_t?, holding old: [UInt8]? = nil) throws(FileError) {
        let temporary = "\(path).driftlint-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw lastError }
        var isDone = bytes.withUnsafeBytes { writeAll(descriptor, $0) }
        if isDone, let mode { isDone = fchmod(descriptor, mode) == 0 }
        if isDone, old != nil { isDone = fsync(descriptor) == 0 }
        let error = lastError
        let isClosed = close(descriptor) == 0
        do throws(FileError) {
            // Right before it is replaced, so that nothing that was written meanwhile is lost.
            try check(holding: old)
        } catch {
            unlink(temporary)
            throw error
        }
        guard isDone, isClosed, rename(temporary, path) == 0 else {
            let error = isDone ? lastError : error
            unlink(temporary)
            throw error
        }
    }

    private func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    private var lastError: FileError {
        FileError(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
}

/// The platform's function, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}

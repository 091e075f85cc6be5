using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LoApi.Storage.Dialects;

/// <summary>What SQLite can do with the file that a connection has open, and its driver has no call for.</summary>
internal static class SqliteFile
{
    // https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int FilePointerOperation = 7; // SQLITE_FCNTL_FILE_POINTER
    private const int HasMovedOperation = 20; // SQLITE_FCNTL_HAS_MOVED

    private const int SyncNormal = 2; // SQLITE_SYNC_NORMAL

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SyncMethod(nint file, int flags);

    /// <summary>
    /// Whether its path names it no longer. One look at the file system; false where the system does not let an open file be
    /// moved (Windows).
    /// </summary>
    public static bool HasMoved(sqlite3 connection)
    {
        nint moved = 0;
        return Control(connection, "main", HasMovedOperation, ref moved) == raw.SQLITE_OK && (int)moved != 0;
    }

    /// <summary>
    /// Waits until the disk has what was written to it, by any connection. By SQLite's own handle: whoever opens the file
    /// beside SQLite and closes it again takes the locks of all connections of the process with it
    /// (https://sqlite.org/howtocorrupt.html). Throws <see cref="SqliteException"/> where the disk refuses.
    /// </summary>
    public static void Sync(sqlite3 connection)
    {
        nint file = 0;
        SqliteException.ThrowExceptionForRC(Control(connection, "main", FilePointerOperation, ref file), connection);
        var methods = Marshal.PtrToStructure<FileMethods>(Marshal.ReadIntPtr(file));
        SqliteException.ThrowExceptionForRC(Marshal.GetDelegateForFunctionPointer<SyncMethod>(methods.Sync)(file, SyncNormal), connection);
    }

    // The library that the driver loads, by the name by which it does.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Control(SafeHandle connection, string database, int operation, ref nint value);

    /// <summary>How https://sqlite.org/c3ref/io_methods.html begins.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct FileMethods
    {
        public readonly int Version;
        public readonly nint Close;
        public readonly nint Read;
        public readonly nint Write;
        public readonly nint Truncate;
        public readonly nint Sync;
    }
}

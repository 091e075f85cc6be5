using System.Runtime.InteropServices;
using SQLitePCL;

namespace LoApi.Storage.Dialects;

/// <summary>What SQLite knows of the file that a connection has open, and its driver has no call for.</summary>
internal static class SqliteFile
{
    private const int HasMovedOperation = 20; // SQLITE_FCNTL_HAS_MOVED

    /// <summary>
    /// Whether its path names it no longer. One look at the file system; false where the system does not let an open file be
    /// moved (Windows). Source: https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    /// </summary>
    public static bool HasMoved(sqlite3 connection)
    {
        var moved = 0;
        return Control(connection, "main", HasMovedOperation, ref moved) == raw.SQLITE_OK && moved != 0;
    }

    // The library that the driver loads, by the name by which it does.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Control(SafeHandle connection, string database, int operation, ref int value);
}

using System.Net;
using System.Net.Sockets;

namespace LoApi.Fixtures;

/// <summary>
/// A TCP port for a service that has to be told one. It lies below those that the system gives out by itself, and a file
/// that stays locked as long as this object lives keeps it from every other test process.
/// </summary>
public sealed class LoopbackPort : IDisposable
{
    private const int First = 20_000;
    private const int Count = 10_000;

    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "loapi-test-ports")).FullName;

    private readonly FileStream _reservation;

    private LoopbackPort(int number, FileStream reservation)
    {
        Number = number;
        _reservation = reservation;
    }

    public int Number { get; }

    public static LoopbackPort Take()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var number = First + ((Environment.ProcessId + tried) % Count);
            if (Reserve(number) is { } reservation)
            {
                if (IsFree(number))
                {
                    return new(number, reservation);
                }

                reservation.Dispose();
            }
        }

        throw new InvalidOperationException($"Every port from {First} to {First + Count - 1} is taken.");
    }

    public void Dispose() => _reservation.Dispose();

    private static FileStream? Reserve(int number)
    {
        try
        {
            return new(Path.Combine(Folder, $"{number}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null; // Another test has it.
        }
    }

    private static bool IsFree(int number)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, number);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

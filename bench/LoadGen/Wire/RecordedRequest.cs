using System.Buffers;

namespace LoApi.LoadGen.Wire;

/// <summary>A request as it goes over the wire, in a rented buffer that goes back when this is disposed.</summary>
internal readonly struct RecordedRequest(byte[] rented, int length) : IDisposable
{
    public ReadOnlyMemory<byte> Bytes => rented.AsMemory(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);
}

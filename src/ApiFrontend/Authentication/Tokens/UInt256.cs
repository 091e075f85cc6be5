using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>A hash as the key of a dictionary: by value, without an allocation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UInt256(UInt128 High, UInt128 Low)
{
    /// <summary>From 32 bytes.</summary>
    public static UInt256 Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
}

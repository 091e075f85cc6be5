using System.Buffers.Binary;
using System.Text;

namespace LoApi.ApiFrontend.Tests.Telemetry.Collector;

/// <summary>A message as protobuf's wire format has it: values by the numbers of their fields.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, ulong Number, byte[]? Bytes)> _values = [];

    public ProtobufMessage(ReadOnlySpan<byte> wire)
    {
        while (!wire.IsEmpty)
        {
            var key = Varint(ref wire);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _values.Add((field, Varint(ref wire), null));
                    break;
                case 1:
                    _values.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(wire), null));
                    wire = wire[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref wire);
                    _values.Add((field, 0, wire[..length].ToArray()));
                    wire = wire[length..];
                    break;
                case 5:
                    _values.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(wire), null));
                    wire = wire[4..];
                    break;
                default:
                    throw new InvalidDataException($"Field {field} is of wire type {key & 7}.");
            }
        }
    }

    /// <summary>The messages in a field.</summary>
    public IEnumerable<ProtobufMessage> Messages(int field) =>
        _values.Where(value => value.Field == field).Select(value => new ProtobufMessage(value.Bytes));

    public bool Has(int field) => _values.Exists(value => value.Field == field);

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    public ulong Number(int field) => _values.Find(value => value.Field == field).Number;

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    private byte[] Bytes(int field) => _values.Find(value => value.Field == field).Bytes ?? [];

    private static ulong Varint(ref ReadOnlySpan<byte> wire)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = wire[0];
            wire = wire[1..];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}

using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LoApi.Grains.Embedded.Tests.Embedded.Contract;

/// <summary>Reads the public types of an assembly from its metadata.</summary>
internal static class PublicSurface
{
    /// <summary>Attributes that change what a user of the type may write.</summary>
    private static readonly string[] TellingAttributes =
    [
        "System.AttributeUsageAttribute",
        "System.ObsoleteAttribute",
        "System.Runtime.CompilerServices.IsReadOnlyAttribute",
        "System.Runtime.CompilerServices.RequiredMemberAttribute",
        "System.Runtime.CompilerServices.ExtensionAttribute",
        "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute",
        "System.ParamArrayAttribute",
    ];

    public static IReadOnlyDictionary<string, PublicType> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var reader = image.GetMetadataReader();
        return reader.TypeDefinitions
            .Where(handle => IsPublic(reader, handle))
            .Select(handle => Read(reader, handle))
            .ToDictionary(type => type.Name);
    }

    private static bool IsPublic(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, type.GetDeclaringType()),
            _ => false,
        };
    }

    private static PublicType Read(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var methods = type.GetMethods().Select(reader.GetMethodDefinition).Where(m => IsVisible(m.Attributes)).ToArray();
        var fields = type.GetFields().Select(reader.GetFieldDefinition).Where(f => IsVisible(f.Attributes)).ToArray();
        return new PublicType(
            SignatureText.Instance.GetTypeFromDefinition(reader, handle, 0),
            Declaration(reader, type),
            type.Attributes.HasFlag(TypeAttributes.Interface),
            [.. type.GetInterfaceImplementations().Select(i => TypeName(reader, reader.GetInterfaceImplementation(i).Interface))],
            [.. methods.Select(m => Signature(reader, m)), .. fields.Select(f => Signature(reader, f))],
            [.. methods.Where(IsOverridable).Select(m => Signature(reader, m))]);
    }

    private static bool IsVisible(MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask)
        is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask)
        is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsOverridable(MethodDefinition method) =>
        method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.Final);

    private static string Declaration(MetadataReader reader, TypeDefinition type)
    {
        const TypeAttributes Telling = TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.Interface;
        return $"{type.Attributes & Telling} : {TypeName(reader, type.BaseType)}"
            + GenericParameters(reader, type.GetGenericParameters())
            + Attributes(reader, type.GetCustomAttributes());
    }

    private static string Signature(MetadataReader reader, MethodDefinition method)
    {
        const MethodAttributes Telling = MethodAttributes.MemberAccessMask | MethodAttributes.Static | MethodAttributes.Virtual
            | MethodAttributes.Abstract | MethodAttributes.Final;
        var signature = method.DecodeSignature(SignatureText.Instance, null);
        var parameters = method.GetParameters()
            .Select(reader.GetParameter)
            .Where(parameter => parameter.SequenceNumber > 0)
            .ToDictionary(parameter => (int)parameter.SequenceNumber, parameter => Text(reader, parameter));
        var texts = signature.ParameterTypes.Select((type, i) => $"{type} {parameters.GetValueOrDefault(i + 1)}");
        return $"[{method.Attributes & Telling}] {signature.ReturnType} {reader.GetString(method.Name)}"
            + $"({string.Join(", ", texts)})"
            + GenericParameters(reader, method.GetGenericParameters())
            + Attributes(reader, method.GetCustomAttributes());
    }

    private static string Text(MetadataReader reader, Parameter parameter)
    {
        const ParameterAttributes Telling = ParameterAttributes.In | ParameterAttributes.Out | ParameterAttributes.Optional;
        var kind = parameter.Attributes & Telling;
        var text = reader.GetString(parameter.Name) + (kind == ParameterAttributes.None ? "" : $" ({kind})");
        var standard = parameter.GetDefaultValue() is { IsNil: false } value ? " = " + Constant(reader, value) : "";
        return text + standard + Attributes(reader, parameter.GetCustomAttributes());
    }

    private static string Signature(MetadataReader reader, FieldDefinition field)
    {
        const FieldAttributes Telling = FieldAttributes.FieldAccessMask | FieldAttributes.Static | FieldAttributes.InitOnly
            | FieldAttributes.Literal;
        var value = field.GetDefaultValue() is { IsNil: false } constant ? " = " + Constant(reader, constant) : "";
        return $"[{field.Attributes & Telling}] {field.DecodeSignature(SignatureText.Instance, null)} {reader.GetString(field.Name)}{value}";
    }

    private static string Constant(MetadataReader reader, ConstantHandle handle)
    {
        var constant = reader.GetConstant(handle);
        return $"{constant.TypeCode} {Convert.ToHexString(reader.GetBlobBytes(constant.Value))}";
    }

    private static string GenericParameters(MetadataReader reader, GenericParameterHandleCollection parameters) =>
        string.Concat(parameters.Select(reader.GetGenericParameter).Select(parameter =>
        {
            var constraints = parameter.GetConstraints()
                .Select(handle => TypeName(reader, reader.GetGenericParameterConstraint(handle).Type))
                .Order(StringComparer.Ordinal);
            return $" where {parameter.Attributes} {string.Join(", ", constraints)}";
        }));

    private static string Attributes(MetadataReader reader, CustomAttributeHandleCollection attributes) =>
        string.Concat(attributes
            .Select(reader.GetCustomAttribute)
            .Select(attribute => (Name: AttributeName(reader, attribute), Value: reader.GetBlobBytes(attribute.Value)))
            .Where(attribute => TellingAttributes.Contains(attribute.Name))
            .Select(attribute => $" [{attribute.Name} {Convert.ToHexString(attribute.Value)}]")
            .Order(StringComparer.Ordinal));

    private static string AttributeName(MetadataReader reader, CustomAttribute attribute) => attribute.Constructor.Kind switch
    {
        HandleKind.MemberReference =>
            TypeName(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent),
        _ => TypeName(reader, reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()),
    };

    private static string TypeName(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        _ when handle.IsNil => "",
        HandleKind.TypeDefinition => SignatureText.Instance.GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => SignatureText.Instance.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        _ => SignatureText.Instance.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
    };
}

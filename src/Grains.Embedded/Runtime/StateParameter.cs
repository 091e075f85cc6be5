using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded;

/// <summary>A constructor parameter that is a piece of the grain's state.</summary>
internal abstract class StateParameter(ParameterInfo parameter, IPersistentStateConfiguration configuration)
{
    private IGrainStorage? _storage;

    public Type ParameterType => parameter.ParameterType;

    protected string StateName => configuration.StateName;

    /// <summary>The state that a parameter is; <see langword="null"/> if it is none.</summary>
    public static StateParameter? Of(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is not { } attribute)
        {
            return null;
        }

        if (!parameter.ParameterType.IsGenericType
            || parameter.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new OrleansConfigurationException(
                $"Parameter {parameter.Name} of {parameter.Member.DeclaringType} has [PersistentState] but is no IPersistentState.");
        }

        return (StateParameter)Activator.CreateInstance(
            typeof(StateParameter<>).MakeGenericType(parameter.ParameterType.GenericTypeArguments),
            parameter,
            attribute)!;
    }

    public abstract IStorage Create(Activation activation);

    /// <summary>The storage that the attribute names; without a name, the one under no key or under <c>Default</c>.</summary>
    public IGrainStorage FindStorage(IServiceProvider services) =>
        _storage ??= (string.IsNullOrEmpty(configuration.StorageName)
                ? services.GetService<IGrainStorage>() ?? services.GetKeyedService<IGrainStorage>("Default")
                : services.GetKeyedService<IGrainStorage>(configuration.StorageName))
            ?? throw new OrleansConfigurationException(
                $"No grain storage '{configuration.StorageName ?? "Default"}' is registered. State '{StateName}' of "
                + $"{parameter.Member.DeclaringType} needs it: add a keyed IGrainStorage service of that name.");
}

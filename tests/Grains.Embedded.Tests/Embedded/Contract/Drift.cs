namespace LoApi.Grains.Embedded.Tests.Embedded.Contract;

#pragma warning disable CA1040, CA1710, CA1715, CA1822, IDE0060, MA0016, MA0036 // Shapes, not code.

/// <summary>Pairs of shapes that the comparison must tell apart: what would be ours, and what would be Orleans'.</summary>
public static class Drift
{
    public static class ChangedReturnType
    {
        public interface Ours
        {
            Task<int> Get();
        }

        public interface Theirs
        {
            Task<long> Get();
        }
    }

    public static class ChangedParameterType
    {
        public interface Ours
        {
            Task Get(int key);
        }

        public interface Theirs
        {
            Task Get(string key);
        }
    }

    public static class ChangedParameterName
    {
        public interface Ours
        {
            Task Get(int id);
        }

        public interface Theirs
        {
            Task Get(int key);
        }
    }

    public static class ChangedDefaultValue
    {
        public interface Ours
        {
            Task Get(int key = 1);
        }

        public interface Theirs
        {
            Task Get(int key = 2);
        }
    }

    public static class ChangedConstraint
    {
        public interface Ours
        {
            T Get<T>()
                where T : class;
        }

        public interface Theirs
        {
            T Get<T>()
                where T : IDisposable;
        }
    }

    public static class ChangedBaseType
    {
        public class Ours : Exception;

        public class Theirs : InvalidOperationException;
    }

    public static class ChangedUsage
    {
        [AttributeUsage(AttributeTargets.Class)]
        public sealed class Ours : Attribute;

        [AttributeUsage(AttributeTargets.Method)]
        public sealed class Theirs : Attribute;
    }

    public static class ChangedValue
    {
        public enum Ours
        {
            None,
            Idle = 4,
        }

        public enum Theirs
        {
            None,
            Idle = 5,
        }
    }

    public static class AddedMember
    {
        public class Ours
        {
            public void Get()
            {
                // A shape only.
            }
        }

        public class Theirs;
    }

    public static class AddedInterface
    {
        public interface Ours : IAsyncDisposable;

        public interface Theirs;
    }

    public static class MissingImplementable
    {
        public interface Ours;

        public interface Theirs
        {
            Task Get();
        }
    }

    public static class SealedOverridable
    {
        public class Ours
        {
            public Task Get() => Task.CompletedTask;
        }

        public class Theirs
        {
            public virtual Task Get() => Task.CompletedTask;
        }
    }
}

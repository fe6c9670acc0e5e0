using System.Runtime.CompilerServices;
using Keelback.Vm;

namespace Keelback.Modules.WeakReferences;

/// <summary>Which weak references an interpreter has to which objects.</summary>
internal sealed class WeakReferenceTable
{
    private readonly ConditionalWeakTable<PyObject, Referents> _referents = [];

    public static WeakReferenceTable Of(PyThread thread) => thread.Interpreter.GetState<WeakReferenceTable>();

    /// <summary>The references to an object that are alive.</summary>
    public List<WeakReferenceObject> Find(PyObject target) => _referents.TryGetValue(target, out var found) ? found.Living() : [];

    /// <summary>Notes a reference.</summary>
    public void Add(PyThread thread, PyObject target, WeakReferenceObject reference)
    {
        var interpreter = thread.Interpreter;
        _referents.GetValue(target, _ => new Referents(interpreter)).Add(reference);
    }

    // It lives as long as the object does: its own end tells of the object's.
    private sealed class Referents(Interpreter interpreter)
    {
        private readonly List<WeakReference<WeakReferenceObject>> _references = [];

        ~Referents()
        {
            if (Environment.HasShutdownStarted || interpreter.IsFinalizing)
                return;
            var dead = Living();
            dead.RemoveAll(static reference => !reference.HasCallback);
            if (dead.Count == 0)
                return;
            interpreter.AddPendingCall(thread =>
            {
                for (var i = dead.Count - 1; i >= 0; i--)
                    dead[i].Notify(thread);
            });
        }

        public void Add(WeakReferenceObject reference)
        {
            lock (_references)
            {
                _references.RemoveAll(static known => !known.TryGetTarget(out _));
                _references.Add(new WeakReference<WeakReferenceObject>(reference));
            }
        }

        public List<WeakReferenceObject> Living()
        {
            var living = new List<WeakReferenceObject>();
            lock (_references)
            {
                foreach (var known in _references)
                {
                    if (known.TryGetTarget(out var reference))
                        living.Add(reference);
                }
            }

            return living;
        }
    }
}

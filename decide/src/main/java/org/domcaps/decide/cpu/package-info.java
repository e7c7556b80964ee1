/// CPU algebra over hosts: compare, baseline, expand.
///
/// What a host offers a guest as a CPU is a [CpuOffer], taken from a domain capabilities document,
/// from host capabilities, or from a bare `<cpu>` ([CpuInputs] reads all of them, several in one
/// text). [CpuComparer] sets an offer beside what a guest asks for, [BaselineFinder] finds the
/// largest CPU that all of several offers have, and who costs what.
///
/// ## Two kinds of architectures
///
/// Where the features of every model are known ([org.domcaps.cpu.CpuFamily#knowsModels]) a CPU is a
/// set of features, and everything is set algebra. libvirt's own operations give the verdicts and
/// the baseline; this package adds the sets behind them. On the other architectures only the
/// emulator knows what a model has. There, names and explicit features are all there is to go by;
/// what they cannot decide is [org.domcaps.decide.Outcome#UNKNOWN].
///
/// ## Order
///
/// Results depend on no order of the hosts: definitions are put into an order of their own before
/// libvirt's rules, which do depend on it in odd cases, see them. Feature names come sorted.
///
/// ## Cost
///
/// Work grows with the number of different offers, never with the number of hosts. Features are
/// interned by a [FeatureIndex] and sets of them are bit sets.
package org.domcaps.decide.cpu;

// One import for the whole core. Every room can be imported by itself as well.
@_exported import Atlas
@_exported import Descent
@_exported import Elementary
@_exported import Expressions
@_exported import Fields
@_exported import Figures
@_exported import Flows
@_exported import Formats
@_exported import Gallery
@_exported import Information
@_exported import LinearAlgebra
@_exported import Neighbours
@_exported import Parallel
@_exported import Randomness
@_exported import Scenes
@_exported import SpecialFunctions

/**
 * The room of voting codes: open to a clerk who is signed in; its parts start by themselves.
 *
 * Talks to the desk. Invariant: nothing of the room is seen before somebody is signed in.
 * Decided in docs/decisions/0024.
 */
import { startRoom } from './room.ts'

startRoom(async () => {})

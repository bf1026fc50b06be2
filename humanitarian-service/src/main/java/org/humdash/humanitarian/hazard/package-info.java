/** Storms, floods and cold waves that figures are about. */
package org.humdash.humanitarian.hazard;
